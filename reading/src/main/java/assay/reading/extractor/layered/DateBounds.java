package assay.reading.extractor.layered;

import assay.reading.text.Phrases;
import java.util.Set;

/** Tells days that are bounds, denied, or one of two, from days that are stated. */
final class DateBounds {

  /** How a day is meant by the words before it. */
  enum Kind {
    STATED,
    /** "after 5 March", "not on 5 March". */
    BOUND,
    /** "either 5 or 6 March", "between 1 and 8 March". */
    ONE_OF_SEVERAL
  }

  private static final Set<String> BOUNDS =
      Set.of(
          "not", "after", "before", "until", "than", "nach", "vor", "bis", "nicht", "después",
          "antes", "hasta", "depois", "até", "após", "avant", "après", "jusqu", "dopo", "prima",
          "non", "não");

  private static final Set<String> ALTERNATIVES = Set.of("or", "oder", "ou", "o");

  /** Words that may stand between such a word and the day. */
  private static final Set<String> PASSABLE =
      Set.of("the", "on", "of", "to", "at", "le", "el", "de", "del", "dem", "den", "o", "il", "au");

  private static final Phrases BETWEEN =
      Phrases.parse("between |either |zwischen |entweder |entre |tra |fra ");

  private static final int REACH = 40;

  private DateBounds() {}

  /** How the day that begins at a place is meant. */
  static Kind of(char[] folded, int place, int from) {
    int i = place;
    for (int words = 0; words < 3; words++) {
      while (i > from && " *_\"(".indexOf(folded[i - 1]) >= 0) {
        i--;
      }
      int end = i;
      while (i > from && end - i < 16 && Character.isLetter(folded[i - 1])) {
        i--;
      }
      String word = new String(folded, i, end - i);
      if (BOUNDS.contains(word)) {
        return Kind.BOUND;
      }
      if (words == 0 && ALTERNATIVES.contains(word)) {
        return Kind.ONE_OF_SEVERAL;
      }
      if (!PASSABLE.contains(word)) {
        break;
      }
    }
    int start = place;
    while (start > from && place - start < REACH && ".;!?\n".indexOf(folded[start - 1]) < 0) {
      start--;
    }
    return BETWEEN.find(folded, start, place) >= 0 ? Kind.ONE_OF_SEVERAL : Kind.STATED;
  }
}

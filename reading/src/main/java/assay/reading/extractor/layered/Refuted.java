package assay.reading.extractor.layered;

import java.util.Arrays;
import java.util.List;

/** Options that a reply names and later calls wrong: "Hence B. … So B is wrong". */
final class Refuted {

  private final char[] folded;
  private final int to;

  /** Of each option, where it is called wrong last; -1 where it is not. */
  private final int[] places;

  Refuted(List<Mention> mentions, char[] folded, int to, int options) {
    this.folded = folded;
    this.to = to;
    places = new int[options];
    Arrays.fill(places, -1);
    for (Mention mention : mentions) {
      boolean wrong = mention.behind() == Cues.Behind.WRONG && !mention.listed();
      if (wrong && mention.option() >= 0 && calledWrong(mention.end())) {
        places[mention.option()] = mention.start();
      }
    }
  }

  /** Whether what a mention says is taken back by name further on. */
  boolean covers(Mention mention) {
    return mention.option() >= 0 && places[mention.option()] > mention.start();
  }

  /** "is wrong", "was not correct"; not "is not a typical sign". */
  private boolean calledWrong(int end) {
    boolean negated = false;
    int i = end;
    for (int words = 0; words < 4; words++) {
      while (i < to && " *_\"')]".indexOf(folded[i]) >= 0) {
        i++;
      }
      int word = i;
      while (i < to && (Character.isLetter(folded[i]) || folded[i] == '\'')) {
        i++;
      }
      int classes = CueWords.classes(new String(folded, word, i - word));
      boolean negator = (classes & CueWords.NEGATOR) != 0;
      boolean verdict = (classes & CueWords.CURT) != 0;
      if (verdict) {
        return ((classes & CueWords.WRONG) != 0) != negated;
      }
      negated |= negator;
      if (i == word || (!negator && (classes & CueWords.COPULA) == 0)) {
        return false;
      }
    }
    return false;
  }
}

package assay.reading.extractor.layered;

import assay.core.Option;
import assay.reading.text.Alphabets;
import assay.reading.text.Folding;
import assay.reading.text.Polarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The options' texts, folded, and where they stand in a reply. A run of blanks matches any other,
 * signs of emphasis in the reply are passed over, a full stop at the text's end does not count.
 */
final class OptionTexts {

  /**
   * An option's text in a reply.
   *
   * @param option which
   * @param start where it begins
   * @param end behind it
   */
  record Place(int option, int start, int end) {}

  private static final int MOST_PLACES = 2_000;

  private static final Set<String> MAYBE =
      Set.of(
          "maybe", "uncertain", "unsure", "talvez", "quizás", "quizá", "vielleicht", "peut-être");

  private final List<char[]> texts;
  private final String language;

  OptionTexts(List<Option> options, String language) {
    this.language = language;
    texts = new ArrayList<>(options.size());
    for (Option option : options) {
      texts.add(core(Folding.fold(option.text())));
    }
  }

  /**
   * Whether the option's text is too slight to be looked for within sentences: "yes", "2", "IV".
   */
  boolean slight(int option) {
    char[] text = texts.get(option);
    if (text.length < 3 && !(text.length > 0 && Alphabets.isUnspaced(text[0]))) {
      return true;
    }
    boolean letters = false;
    for (char c : text) {
      letters |= Character.isLetter(c);
    }
    return !letters || isPolarity(option);
  }

  /** Whether the option says yes, no or maybe. */
  boolean isPolarity(int option) {
    String text = new String(texts.get(option));
    return Polarity.of(text, language) != null || MAYBE.contains(text);
  }

  /** Whether the option's text has nothing to look for. */
  boolean isEmpty(int option) {
    return texts.get(option).length == 0;
  }

  /** The only option whose text is what stands between two places, or -1. */
  int exact(char[] folded, int from, int to) {
    int only = -1;
    for (int i = 0; i < texts.size(); i++) {
      int end = matchAt(folded, from, to, i);
      if (end >= 0 && onlyMarks(folded, end, to)) {
        if (only >= 0) {
          return -1;
        }
        only = i;
      }
    }
    return only;
  }

  /** Behind the option's text if it stands at a place, else -1. */
  int matchAt(char[] folded, int start, int to, int option) {
    char[] text = texts.get(option);
    if (text.length == 0) {
      return -1;
    }
    int i = start;
    int k = 0;
    while (k < text.length) {
      if (i >= to) {
        return -1;
      }
      char c = folded[i];
      if (c == text[k]) {
        i++;
        k++;
        if (text[k - 1] == ' ') {
          i = skipBlanks(folded, i, to);
        }
      } else if (text[k] == ' ' && c == '\n') {
        i = skipBlanks(folded, i, to);
        k++;
      } else if (c == '*' || c == '_') {
        i++;
      } else {
        return -1;
      }
    }
    boolean inWord =
        i < to
            && Character.isLetterOrDigit(folded[i])
            && Character.isLetterOrDigit(text[text.length - 1])
            && !Alphabets.isUnspaced(folded[i]);
    boolean inNumber =
        i + 1 < to
            && (folded[i] == '.' || folded[i] == ',')
            && Character.isDigit(text[text.length - 1])
            && Character.isDigit(folded[i + 1]);
    return inWord || inNumber ? -1 : i;
  }

  /** Every place where an option's text stands as words, longest first where they overlap. */
  List<Place> places(char[] folded, int from, int to) {
    List<Place> all = new ArrayList<>();
    for (int option = 0; option < texts.size(); option++) {
      char[] text = texts.get(option);
      if (text.length == 0) {
        continue;
      }
      char first = text[0];
      boolean word = Character.isLetterOrDigit(first) && !Alphabets.isUnspaced(first);
      for (int i = from; i < to && all.size() < MOST_PLACES; i++) {
        if (folded[i] != first) {
          continue;
        }
        if (word && i > from && joins(folded[i - 1], folded, i, from)) {
          continue;
        }
        int end = matchAt(folded, i, to, option);
        if (end >= 0) {
          all.add(new Place(option, i, end));
        }
      }
    }
    return withoutContained(all);
  }

  private static boolean joins(char before, char[] folded, int at, int from) {
    if (Character.isLetterOrDigit(before)) {
      return !Alphabets.isUnspaced(before);
    }
    boolean number = Character.isDigit(folded[at]) && at - 2 >= from;
    return number && (before == '.' || before == ',') && Character.isDigit(folded[at - 2]);
  }

  /** Drops what stands within the text of another option: "hepatitis B" in "hepatitis B and C". */
  private static List<Place> withoutContained(List<Place> all) {
    if (all.size() < 2) {
      return all;
    }
    List<Place> sorted = new ArrayList<>(all);
    sorted.sort(
        (a, b) ->
            a.start() != b.start()
                ? Integer.compare(a.start(), b.start())
                : Integer.compare(b.end(), a.end()));
    List<Place> kept = new ArrayList<>(sorted.size());
    int furthest = -1;
    int furthestStart = -1;
    for (Place place : sorted) {
      boolean same = place.start() == furthestStart && place.end() == furthest;
      if (place.end() > furthest || same) {
        kept.add(place);
      }
      if (place.end() > furthest) {
        furthest = place.end();
        furthestStart = place.start();
      }
    }
    return kept;
  }

  /** Whether nothing but marks and blanks stand between two places. */
  static boolean onlyMarks(char[] folded, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(folded[i])) {
        return false;
      }
    }
    return true;
  }

  private static int skipBlanks(char[] folded, int start, int to) {
    int i = start;
    while (i < to && folded[i] <= ' ') {
      i++;
    }
    return i;
  }

  /** The text with single blanks, without outer ones and without a full stop at its end. */
  private static char[] core(char[] folded) {
    StringBuilder out = new StringBuilder(folded.length);
    for (char c : folded) {
      if (c > ' ') {
        out.append(c);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    int end = out.length();
    while (end > 0 && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '.')) {
      end--;
    }
    char[] core = new char[end];
    out.getChars(0, end, core, 0);
    return core;
  }
}

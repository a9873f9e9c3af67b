package assay.reading.extractor.layered;

import java.util.Set;

/**
 * Options that a reply names one behind the other: "A, C and E", a bulleted list, "fever and
 * hypotension".
 *
 * @param options which, by their places
 * @param start where the first begins, its brackets and marks included
 * @param end behind the last
 * @param texts whether some are named by their texts alone
 * @param sound whether the list reads as one: no alternative, no letter that no option bears, no
 *     text of another option behind a letter, nothing left open
 * @param plain whether nothing is said of the entries
 * @param closed whether the clause ends with the list
 */
record ListedOptions(
    Set<Integer> options,
    int start,
    int end,
    boolean texts,
    boolean sound,
    boolean plain,
    boolean closed) {

  boolean single() {
    return options.size() == 1;
  }

  /** Whether nothing but marks stands before it on its line. */
  boolean opensLine(char[] folded, int from) {
    int i = start;
    while (i > from && folded[i - 1] != '\n' && !Character.isLetterOrDigit(folded[i - 1])) {
      i--;
    }
    return i == from || folded[i - 1] == '\n';
  }

  /** Whether nothing but marks stands behind it on its line. */
  boolean endsLine(char[] folded, int to) {
    int i = end;
    while (i < to && folded[i] != '\n' && !Character.isLetterOrDigit(folded[i])) {
      i++;
    }
    return i >= to || folded[i] == '\n';
  }

  /** Whether it stands on more than one line. */
  boolean spansLines(char[] folded) {
    int i = start;
    while (i < end && folded[i] != '\n') {
      i++;
    }
    return i < end;
  }
}

package assay.reading.extractor.layered;

import assay.reading.text.Phrases;

/**
 * Where a reply runs on into another question after its answer, as models without a stop text do:
 * "B", then "Question: …" with an answer of its own. What stands behind is not to be read.
 */
final class RunOns {

  private static final Phrases STARTS =
      Phrases.parse(
          "\nquestion:|\n### question|\n## question|\n### instruction|\nuser:|\nhuman:|\nq:"
              + "|\n**question:|\n[question]|\n<question>");

  private RunOns() {}

  /** Where the other question begins, or -1; what stands before it is never blank. */
  static int start(char[] folded, int from, int to) {
    int first = from;
    while (first < to && folded[first] <= ' ') {
      first++;
    }
    int behind = STARTS.find(folded, first, to);
    if (behind < 0) {
      return -1;
    }
    int start = behind - 1;
    while (start > first && folded[start] != '\n') {
      start--;
    }
    return start > first ? start : -1;
  }
}

package assay.reading.extractor.layered;

import assay.reading.text.Phrases;
import assay.reading.text.VisibleText;

/** Replies that are the text of an error which some program put in the reply's place. */
final class ErrorTexts {

  private static final Phrases BEGINNINGS =
      Phrases.parse(
          "error code:|error communicating with|error extracted|an error occurred"
              + "|failed to obtain answer|failed to generate|traceback (most recent call last)"
              + "|internal server error|the response was filtered due to|rate limit reached"
              + "|connection error|request timed out|name 'n' is not defined"
              + "|cannot access local variable|httpsconnectionpool"
              + "|this model's maximum context length|{'error'|{\"error\"");

  private ErrorTexts() {}

  static boolean is(VisibleText visible) {
    int from = visible.start();
    int to = visible.end();
    char[] folded = visible.folded();
    return BEGINNINGS.matchAt(folded, from, to) >= 0
        || (to - from == 3
            && folded[from] == 'n'
            && folded[from + 1] == 'a'
            && folded[from + 2] == 'n');
  }
}

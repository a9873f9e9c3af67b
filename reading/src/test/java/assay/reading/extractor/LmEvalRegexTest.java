package assay.reading.extractor;

import assay.core.Answer;
import assay.core.exchange.Presented;

class LmEvalRegexTest extends ExtractorContract {

  LmEvalRegexTest() {
    super("lm-eval-regex");
  }

  @Override
  String canonical(Answer answer, Presented presented) {
    return "#### " + super.canonical(answer, presented);
  }
}

package assay.reading.extractor;

class LmEvalFlexibleTest extends ExtractorContract {

  LmEvalFlexibleTest() {
    super("lm-eval-flexible");
  }
}

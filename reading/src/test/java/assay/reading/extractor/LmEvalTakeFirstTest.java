package assay.reading.extractor;

class LmEvalTakeFirstTest extends ExtractorContract {

  LmEvalTakeFirstTest() {
    super("lm-eval-take-first");
  }

  @Override
  boolean exactToTheBlank() {
    return true;
  }
}

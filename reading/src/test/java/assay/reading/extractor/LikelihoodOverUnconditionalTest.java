package assay.reading.extractor;

class LikelihoodOverUnconditionalTest extends ExtractorContract {

  LikelihoodOverUnconditionalTest() {
    super("likelihood-over-unconditional");
  }

  @Override
  boolean readsText() {
    return false;
  }
}

package assay.reading.extractor;

class LikelihoodTest extends ExtractorContract {

  LikelihoodTest() {
    super("likelihood");
  }

  @Override
  boolean readsText() {
    return false;
  }
}

package assay.reading.extractor;

class LikelihoodByLengthTest extends ExtractorContract {

  LikelihoodByLengthTest() {
    super("likelihood-by-length");
  }

  @Override
  boolean readsText() {
    return false;
  }
}

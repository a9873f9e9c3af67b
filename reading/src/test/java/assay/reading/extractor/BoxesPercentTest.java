package assay.reading.extractor;

class BoxesPercentTest extends ExtractorContract {

  BoxesPercentTest() {
    super("boxes-percent");
  }

  /** The answer is in fractions, whatever the reply is in. */
  @Override
  boolean readsText() {
    return false;
  }
}

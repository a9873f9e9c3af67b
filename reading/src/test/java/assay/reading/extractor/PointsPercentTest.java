package assay.reading.extractor;

class PointsPercentTest extends ExtractorContract {

  PointsPercentTest() {
    super("points-percent");
  }

  /** The answer is in fractions, whatever the reply is in. */
  @Override
  boolean readsText() {
    return false;
  }
}

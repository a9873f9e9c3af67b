package assay.reading.extractor;

class PointsThousandthTest extends ExtractorContract {

  PointsThousandthTest() {
    super("points-thousandth");
  }

  /** The answer is in fractions, whatever the reply is in. */
  @Override
  boolean readsText() {
    return false;
  }
}

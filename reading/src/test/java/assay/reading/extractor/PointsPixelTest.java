package assay.reading.extractor;

class PointsPixelTest extends ExtractorContract {

  PointsPixelTest() {
    super("points-pixel");
  }
}

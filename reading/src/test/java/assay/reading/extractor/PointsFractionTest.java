package assay.reading.extractor;

class PointsFractionTest extends ExtractorContract {

  PointsFractionTest() {
    super("points-fraction");
  }
}

package assay.reading.extractor;

class FractionTest extends ExtractorContract {

  FractionTest() {
    super("fraction");
  }
}

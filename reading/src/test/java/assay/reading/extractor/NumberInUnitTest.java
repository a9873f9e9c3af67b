package assay.reading.extractor;

class NumberInUnitTest extends ExtractorContract {

  NumberInUnitTest() {
    super("number-in-unit");
  }
}

package assay.reading.extractor;

class RangeMiddleTest extends ExtractorContract {

  RangeMiddleTest() {
    super("range-middle");
  }
}

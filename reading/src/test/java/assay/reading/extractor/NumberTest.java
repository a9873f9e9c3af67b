package assay.reading.extractor;

class NumberTest extends ExtractorContract {

  NumberTest() {
    super("number");
  }
}

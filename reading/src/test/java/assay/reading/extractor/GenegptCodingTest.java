package assay.reading.extractor;

class GenegptCodingTest extends ExtractorContract {

  GenegptCodingTest() {
    super("genegpt-coding");
  }
}

package assay.reading.extractor;

class GenegptTest extends ExtractorContract {

  GenegptTest() {
    super("genegpt");
  }
}

package assay.reading.extractor;

class GenegptLocationTest extends ExtractorContract {

  GenegptLocationTest() {
    super("genegpt-location");
  }
}

package assay.reading.extractor;

class GenegptSpeciesTest extends ExtractorContract {

  GenegptSpeciesTest() {
    super("genegpt-species");
  }
}

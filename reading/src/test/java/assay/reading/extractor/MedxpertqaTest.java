package assay.reading.extractor;

class MedxpertqaTest extends ExtractorContract {

  MedxpertqaTest() {
    super("medxpertqa");
  }
}

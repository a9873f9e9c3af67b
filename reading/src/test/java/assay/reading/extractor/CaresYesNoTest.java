package assay.reading.extractor;

class CaresYesNoTest extends ExtractorContract {

  CaresYesNoTest() {
    super("cares-yes-no");
  }

  @Override
  boolean exactToTheBlank() {
    return true;
  }
}

package assay.reading.extractor;

class MmmuProTest extends ExtractorContract {

  MmmuProTest() {
    super("mmmu-pro");
  }

  /** The original strips marks before blanks, so blanks behind a full stop keep it. */
  @Override
  boolean exactToTheBlank() {
    return true;
  }
}

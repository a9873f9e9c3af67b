package assay.reading.extractor;

class MmmuTest extends ExtractorContract {

  MmmuTest() {
    super("mmmu");
  }

  /** The original strips marks before blanks, so blanks behind a full stop keep it. */
  @Override
  boolean exactToTheBlank() {
    return true;
  }
}

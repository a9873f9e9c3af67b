package assay.reading.extractor;

class TaggedTest extends ExtractorContract {

  TaggedTest() {
    super("tagged");
  }

  /** A text that holds a tag itself cannot be put between tags and be read again. */
  @Override
  boolean readsText() {
    return false;
  }
}

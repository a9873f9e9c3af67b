package assay.reading.extractor;

class BoxesThousandthTest extends ExtractorContract {

  BoxesThousandthTest() {
    super("boxes-thousandth");
  }

  /** The answer is in fractions, whatever the reply is in. */
  @Override
  boolean readsText() {
    return false;
  }
}

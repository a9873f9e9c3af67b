package assay.reading.extractor;

class BoxesPixelTest extends ExtractorContract {

  BoxesPixelTest() {
    super("boxes-pixel");
  }
}

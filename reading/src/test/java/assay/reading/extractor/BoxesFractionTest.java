package assay.reading.extractor;

class BoxesFractionTest extends ExtractorContract {

  BoxesFractionTest() {
    super("boxes-fraction");
  }
}

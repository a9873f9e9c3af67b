package assay.reading.extractor;

class WholeTest extends ExtractorContract {

  WholeTest() {
    super("whole");
  }
}

package assay.reading.extractor;

class LeadingLetterTest extends ExtractorContract {

  LeadingLetterTest() {
    super("leading-letter");
  }
}

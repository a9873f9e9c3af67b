package assay.reading.extractor;

class DateTest extends ExtractorContract {

  DateTest() {
    super("date");
  }
}

package assay.reading.scorer;

class DateTest extends ScorerContract {

  DateTest() {
    super("date");
  }
}

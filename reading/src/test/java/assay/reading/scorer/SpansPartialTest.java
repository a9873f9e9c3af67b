package assay.reading.scorer;

class SpansPartialTest extends ScorerContract {

  SpansPartialTest() {
    super("spans-partial");
  }
}

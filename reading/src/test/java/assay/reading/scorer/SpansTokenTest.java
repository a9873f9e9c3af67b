package assay.reading.scorer;

class SpansTokenTest extends ScorerContract {

  SpansTokenTest() {
    super("spans-token");
  }
}

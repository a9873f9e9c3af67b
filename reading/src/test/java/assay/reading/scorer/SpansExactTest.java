package assay.reading.scorer;

class SpansExactTest extends ScorerContract {

  SpansExactTest() {
    super("spans-exact");
  }
}

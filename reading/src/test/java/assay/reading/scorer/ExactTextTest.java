package assay.reading.scorer;

class ExactTextTest extends ScorerContract {

  ExactTextTest() {
    super("exact-text");
  }
}

package assay.reading.scorer;

class ChrfTest extends ScorerContract {

  ChrfTest() {
    super("chrf");
  }
}

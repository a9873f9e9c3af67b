package assay.reading.scorer;

class GenegptAlignmentTest extends ScorerContract {

  GenegptAlignmentTest() {
    super("genegpt-alignment");
  }
}

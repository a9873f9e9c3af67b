package assay.reading.scorer;

class MedecCompositeLTest extends ScorerContract {

  MedecCompositeLTest() {
    super("medec-composite-l");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}

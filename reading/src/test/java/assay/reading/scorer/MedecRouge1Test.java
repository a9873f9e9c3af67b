package assay.reading.scorer;

class MedecRouge1Test extends ScorerContract {

  MedecRouge1Test() {
    super("medec-rouge-1");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}

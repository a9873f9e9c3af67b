package assay.reading.scorer;

class MedecRouge2Test extends ScorerContract {

  MedecRouge2Test() {
    super("medec-rouge-2");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}

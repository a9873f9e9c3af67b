package assay.reading.scorer;

class GoogleRouge2Test extends ScorerContract {

  GoogleRouge2Test() {
    super("google-rouge-2");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}

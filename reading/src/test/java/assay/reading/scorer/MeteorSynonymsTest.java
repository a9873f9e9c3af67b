package assay.reading.scorer;

class MeteorSynonymsTest extends ScorerContract {

  MeteorSynonymsTest() {
    super("meteor-synonyms");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}

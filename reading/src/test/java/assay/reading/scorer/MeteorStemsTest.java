package assay.reading.scorer;

class MeteorStemsTest extends ScorerContract {

  MeteorStemsTest() {
    super("meteor-stems");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}

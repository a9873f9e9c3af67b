package assay.reading.scorer;

class LlavaMedClosedTest extends ScorerContract {

  LlavaMedClosedTest() {
    super("llava-med-closed");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}

package assay.reading.scorer;

class MedecRougeLTest extends ScorerContract {

  MedecRougeLTest() {
    super("medec-rouge-l");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}

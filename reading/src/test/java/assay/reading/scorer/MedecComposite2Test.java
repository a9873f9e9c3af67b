package assay.reading.scorer;

class MedecComposite2Test extends ScorerContract {

  MedecComposite2Test() {
    super("medec-composite-2");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}

package assay.reading.scorer;

class PypiRouge2Test extends ScorerContract {

  PypiRouge2Test() {
    super("pypi-rouge-2");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}

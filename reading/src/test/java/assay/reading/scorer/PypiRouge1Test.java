package assay.reading.scorer;

class PypiRouge1Test extends ScorerContract {

  PypiRouge1Test() {
    super("pypi-rouge-1");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}

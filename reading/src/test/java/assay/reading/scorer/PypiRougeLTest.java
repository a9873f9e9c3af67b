package assay.reading.scorer;

class PypiRougeLTest extends ScorerContract {

  PypiRougeLTest() {
    super("pypi-rouge-l");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}

package assay.reading.scorer;

class BleuNltkMethod1Test extends ScorerContract {

  BleuNltkMethod1Test() {
    super("bleu-nltk-method1");
  }

  @Override
  boolean reachesItsBest() {
    return false;
  }
}

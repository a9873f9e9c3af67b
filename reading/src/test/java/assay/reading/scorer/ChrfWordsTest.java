package assay.reading.scorer;

class ChrfWordsTest extends ScorerContract {

  ChrfWordsTest() {
    super("chrf-words");
  }
}

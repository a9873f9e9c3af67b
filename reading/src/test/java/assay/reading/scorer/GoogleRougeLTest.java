package assay.reading.scorer;

class GoogleRougeLTest extends ScorerContract {

  GoogleRougeLTest() {
    super("google-rouge-l");
  }
}

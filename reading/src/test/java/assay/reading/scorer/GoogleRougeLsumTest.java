package assay.reading.scorer;

class GoogleRougeLsumTest extends ScorerContract {

  GoogleRougeLsumTest() {
    super("google-rouge-lsum");
  }
}

package assay.reading.scorer;

class GoogleRouge1Test extends ScorerContract {

  GoogleRouge1Test() {
    super("google-rouge-1");
  }
}

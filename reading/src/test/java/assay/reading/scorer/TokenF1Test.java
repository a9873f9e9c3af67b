package assay.reading.scorer;

class TokenF1Test extends ScorerContract {

  TokenF1Test() {
    super("token-f1");
  }
}

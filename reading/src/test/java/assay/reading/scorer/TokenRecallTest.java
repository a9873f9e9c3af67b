package assay.reading.scorer;

class TokenRecallTest extends ScorerContract {

  TokenRecallTest() {
    super("token-recall");
  }
}

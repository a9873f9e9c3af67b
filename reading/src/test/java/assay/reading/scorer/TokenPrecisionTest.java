package assay.reading.scorer;

class TokenPrecisionTest extends ScorerContract {

  TokenPrecisionTest() {
    super("token-precision");
  }
}

package assay.models.estimate;

/**
 * An estimated number of tokens.
 *
 * @param low at least so many are likely
 * @param high at most so many are likely, not below {@code low}
 */
public record TokenRange(long low, long high) {

  /** No tokens. */
  public static final TokenRange NONE = new TokenRange(0, 0);

  public TokenRange {
    if (low < 0 || high < low) {
      throw new IllegalArgumentException(
          "tokens " + low + " to " + high + ": expected 0 <= low <= high");
    }
  }

  /** The sum of two. */
  public TokenRange plus(TokenRange other) {
    return new TokenRange(low + other.low, high + other.high);
  }

  /** So many times as much. */
  public TokenRange times(long factor) {
    return new TokenRange(low * factor, high * factor);
  }
}

package assay.reading.similarity;

/**
 * What of an answer is in the reference, and what of the reference is in the answer.
 *
 * @param precision from 0 to 1
 * @param recall from 0 to 1
 */
public record PrecisionRecall(double precision, double recall) {

  /** Nothing in common. */
  public static final PrecisionRecall NONE = new PrecisionRecall(0, 0);

  /** {@code shared / said} and {@code shared / wanted}; 0 where a divisor is 0. */
  public static PrecisionRecall of(long shared, long said, long wanted) {
    return of((double) shared, said, wanted);
  }

  /** The same where a part counts half. */
  public static PrecisionRecall of(double shared, long said, long wanted) {
    return new PrecisionRecall(
        said == 0 ? 0 : shared / (double) said, wanted == 0 ? 0 : shared / (double) wanted);
  }

  /** {@code 2pr / (p + r)}, 0 where both are 0. */
  public double f1() {
    double sum = precision + recall;
    return sum > 0 ? 2 * precision * recall / sum : 0;
  }
}

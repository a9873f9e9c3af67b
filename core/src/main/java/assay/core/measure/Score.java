package assay.core.measure;

/** The result of a comparison with the target. */
public sealed interface Score {

  /** A number within the scorer's range. */
  record Value(double value) implements Score {
    public Value {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("score " + value + ": expected a finite number");
      }
    }
  }

  /**
   * The measure is not defined here; counted by reason and left out, never 0.
   *
   * @param reason short and stable, for example {@code unread}, {@code no reference}
   */
  record Undefined(String reason) implements Score {}
}

package assay.statistics.test;

import assay.statistics.Arguments;

/** What is to be shown of a difference, first less second, where more is better. */
public enum MarginHypothesis {
  /** The first is better by more than the margin: δ &gt; margin. */
  SUPERIORITY("superiority"),
  /** The first is not worse by the margin: δ &gt; −margin. */
  NON_INFERIORITY("non_inferiority"),
  /** The two are within the margin of each other: −margin &lt; δ &lt; margin. */
  EQUIVALENCE("equivalence");

  private final String id;

  MarginHypothesis(String id) {
    this.id = id;
  }

  /** Stable id, the beginning of a {@link TestResult#test()}. */
  public String id() {
    return id;
  }

  /** What a one-sided test at a fixed difference says. */
  @FunctionalInterface
  interface OneSided {
    Tails at(double difference);
  }

  /**
   * A statistic with the probabilities of as large and of as small ones, where the difference is
   * the fixed one.
   */
  record Tails(double statistic, double upper, double lower) {}

  /** The test from one-sided ones: for equivalence both must reject, and p is the larger (TOST). */
  TestResult test(double margin, String method, OneSided oneSided) {
    if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("margin " + margin + " is outside [0, Infinity)");
    }
    if (this == EQUIVALENCE) {
      Arguments.checkPositive("margin", margin);
    }
    Tails above = oneSided.at(this == SUPERIORITY ? margin : -margin);
    if (this != EQUIVALENCE) {
      return new TestResult(id + "_" + method, above.statistic(), above.upper());
    }
    Tails below = oneSided.at(margin);
    return above.upper() >= below.lower()
        ? new TestResult(id + "_" + method, above.statistic(), above.upper())
        : new TestResult(id + "_" + method, below.statistic(), below.lower());
  }
}

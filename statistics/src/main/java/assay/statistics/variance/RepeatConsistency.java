package assay.statistics.variance;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Observations;
import assay.statistics.interval.DefaultInterval;
import java.util.ArrayList;
import java.util.List;

/**
 * How repeated answers to the same item compare: as means over items, each with the default
 * interval of a proportion. Undefined where no item can say ({@code no-repeats}).
 *
 * <p>Source: pass@k: M. Chen and others, Evaluating large language models trained on code, 2021,
 * arXiv:2107.03374; pass^k: S. Yao and others, τ-bench, 2024, arXiv:2406.12045.
 */
public final class RepeatConsistency {

  private RepeatConsistency() {}

  /**
   * The share of items whose answers are all the same, over items with at least two.
   *
   * @param answers {@code answers[i]}: codes of the answers to item i; equal codes, equal answers
   */
  public static Estimate unanimous(int[][] answers, double level) {
    List<Double> values = new ArrayList<>();
    for (int[] own : answers) {
      if (own.length > 1) {
        values.add(equalPairs(own) == 1 ? 1.0 : 0.0);
      }
    }
    return mean(values, level);
  }

  /**
   * The probability that two answers to an item are the same: the mean over items with at least two
   * answers of the share of equal pairs.
   *
   * @param answers {@code answers[i]}: codes of the answers to item i; equal codes, equal answers
   */
  public static Estimate pairwise(int[][] answers, double level) {
    List<Double> values = new ArrayList<>();
    for (int[] own : answers) {
      if (own.length > 1) {
        values.add(equalPairs(own));
      }
    }
    return mean(values, level);
  }

  private static double equalPairs(int[] answers) {
    double equal = 0;
    for (int i = 0; i < answers.length; i++) {
      for (int j = 0; j < i; j++) {
        equal += answers[i] == answers[j] ? 1 : 0;
      }
    }
    return equal / (answers.length * (answers.length - 1.0) / 2);
  }

  /**
   * pass@k: the probability that at least one of k answers is right, unbiased: the mean over items
   * with n ≥ k answers, c of them right, of {@code 1 − C(n − c, k)/C(n, k)}.
   *
   * @param right {@code right[i]}: right answers to item i
   * @param n {@code n[i]}: all answers to item i
   * @param k at least 1
   * @throws IllegalArgumentException if lengths differ, k &lt; 1 or not 0 ≤ right ≤ n
   */
  public static Estimate anyOf(int[] right, int[] n, int k, double level) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < check(right, n, k); i++) {
      if (n[i] >= k) {
        values.add(1 - choice(n[i] - right[i], n[i], k));
      }
    }
    return mean(values, level);
  }

  /**
   * pass^k: the probability that all of k answers are right, unbiased: the mean over items with n ≥
   * k answers, c of them right, of {@code C(c, k)/C(n, k)}.
   *
   * @param right {@code right[i]}: right answers to item i
   * @param n {@code n[i]}: all answers to item i
   * @param k at least 1
   * @throws IllegalArgumentException if lengths differ, k &lt; 1 or not 0 ≤ right ≤ n
   */
  public static Estimate allOf(int[] right, int[] n, int k, double level) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < check(right, n, k); i++) {
      if (n[i] >= k) {
        values.add(choice(right[i], n[i], k));
      }
    }
    return mean(values, level);
  }

  private static int check(int[] right, int[] n, int k) {
    Arguments.checkSameLength("right", right.length, "n", n.length);
    Arguments.checkBetween("k", k, 1, Integer.MAX_VALUE);
    for (int i = 0; i < n.length; i++) {
      Arguments.checkBetween("right[" + i + "]", right[i], 0, n[i]);
    }
    return n.length;
  }

  /** C(part, k)/C(all, k), as a product of shares. */
  private static double choice(int part, int all, int k) {
    double product = 1;
    for (int j = 0; j < k; j++) {
      product *= Math.max(0, (double) part - j) / (all - j);
    }
    return product;
  }

  private static Estimate mean(List<Double> values, double level) {
    Arguments.checkLevel(level);
    if (values.isEmpty()) {
      return new Estimate.Undefined("no-repeats");
    }
    Observations observations =
        Observations.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    return new Estimate.Known(
        observations.mean().orElseThrow(), DefaultInterval.ofProportion(observations, level));
  }
}

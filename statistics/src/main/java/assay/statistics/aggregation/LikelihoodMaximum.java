package assay.statistics.aggregation;

import assay.statistics.Rounding;
import java.util.Arrays;

/**
 * The maximum of a concave likelihood of log strengths that does not change where all rise alike,
 * by Newton's steps, halved until the likelihood does not fall. Where MM steps creep, as along a
 * chain of systems that met their neighbours only, these need some ten.
 *
 * <p>Source: S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §9.5.
 */
final class LikelihoodMaximum {

  private static final int MOST_STEPS = 500;
  private static final int MOST_HALVINGS = 60;
  private static final double STILL = 1e-12;

  // A step that follows one of this size and does not shrink is made of rounding.
  private static final double NEAR = 1e-6;

  private LikelihoodMaximum() {}

  /** What is maximised. */
  interface Likelihood {

    /** The log likelihood. */
    double at(double[] log);

    /** Adds its first derivatives and, with the sign turned, its second ones. */
    void derive(double[] log, double[] gradient, double[][] information);
  }

  /**
   * The log strengths, their mean 0.
   *
   * @throws ArithmeticException if 500 steps do not lead there
   */
  static double[] of(Likelihood likelihood, double[] start) {
    double[] log = centred(start);
    double value = likelihood.at(log);
    double before = Double.POSITIVE_INFINITY;
    for (int count = 0; count < MOST_STEPS; count++) {
      double[] step = step(likelihood, log);
      double length = Rounding.largest(step);
      if (length <= STILL || (before <= NEAR && length > before / 2)) {
        return log;
      }
      double share = 1;
      double[] next = moved(log, step, share);
      double reached = likelihood.at(next);
      for (int i = 0; i < MOST_HALVINGS && !(reached >= value - STILL * Math.abs(value)); i++) {
        share /= 2;
        next = moved(log, step, share);
        reached = likelihood.at(next);
      }
      log = next;
      value = reached;
      before = length;
    }
    throw new ArithmeticException("the likelihood of strengths has no maximum within 500 steps");
  }

  private static double[] moved(double[] log, double[] step, double share) {
    double[] moved = log.clone();
    for (int i = 0; i < log.length; i++) {
      moved[i] += share * step[i];
    }
    return centred(moved);
  }

  private static double[] centred(double[] log) {
    double mean = Arrays.stream(log).average().orElse(0);
    return Arrays.stream(log).map(one -> one - mean).toArray();
  }

  private static double[] step(Likelihood likelihood, double[] log) {
    int k = log.length;
    double[] gradient = new double[k];
    double[][] information = new double[k][k];
    likelihood.derive(log, gradient, information);
    // Its rows add to 0; a constant makes it regular and leaves a step that adds to 0 as it is.
    double size = 0;
    for (int i = 0; i < k; i++) {
      size = Math.max(size, information[i][i]);
    }
    for (double[] row : information) {
      for (int j = 0; j < k; j++) {
        row[j] += size / k;
      }
    }
    return solved(information, gradient);
  }

  /** By Cholesky's factors, in place. */
  private static double[] solved(double[][] matrix, double[] right) {
    int k = right.length;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int c = 0; c < j; c++) {
          sum -= matrix[i][c] * matrix[j][c];
        }
        matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
      }
    }
    double[] solution = right.clone();
    for (int i = 0; i < k; i++) {
      for (int c = 0; c < i; c++) {
        solution[i] -= matrix[i][c] * solution[c];
      }
      solution[i] /= matrix[i][i];
    }
    for (int i = k - 1; i >= 0; i--) {
      for (int c = i + 1; c < k; c++) {
        solution[i] -= matrix[c][i] * solution[c];
      }
      solution[i] /= matrix[i][i];
    }
    return solution;
  }
}

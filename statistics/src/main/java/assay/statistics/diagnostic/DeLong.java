package assay.statistics.diagnostic;

import assay.statistics.Arguments;
import assay.statistics.DenseCodes;
import assay.statistics.Ranks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Areas under the ROC curves of several readers of the same cases, with their covariances. With V₁₀
 * of a positive case the share of negative ones that it exceeds (ties half), V₀₁ of a negative case
 * the share of positive ones above it, A their mean, and sums over clusters c of m positive and n
 * negative cases in all,
 *
 * <pre>
 * cov(Aᵣ, Aₛ) = S₁₀/m + S₀₁/n + (S₁₁ + S₁₁ᵀ)/(mn)
 * S₁₀ = I₁₀/((I₁₀ − 1)m)·Σ_c (V₁₀ᵣ(c) − m_c·Aᵣ)(V₁₀ₛ(c) − m_c·Aₛ),  S₀₁ likewise
 * S₁₁ = I/(I − 1)·Σ_c (V₁₀ᵣ(c) − m_c·Aᵣ)(V₀₁ₛ(c) − n_c·Aₛ)
 * </pre>
 *
 * <p>with I₁₀, I₀₁ and I the clusters that hold positive, negative, any cases. Each case its own
 * cluster, it is DeLong's. Time O(n log n) a reader.
 *
 * <p>Source: E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, Comparing the areas under two or
 * more correlated receiver operating characteristic curves, Biometrics 44 (1988) 837–845,
 * doi:10.2307/2531595; ranks: X. Sun, W. Xu, IEEE Signal Processing Letters 21 (2014) 1389–1393,
 * doi:10.1109/LSP.2014.2337313; clusters: N. A. Obuchowski, Nonparametric analysis of clustered ROC
 * curve data, Biometrics 53 (1997) 567–578, doi:10.2307/2533958.
 */
public final class DeLong {

  private final double[] areas;
  private final double[][] covariance;
  private final int positives;
  private final int negatives;
  private final double degreesOfFreedom;

  private DeLong(
      double[] areas,
      double[][] covariance,
      int positives,
      int negatives,
      double degreesOfFreedom) {
    this.areas = areas;
    this.covariance = covariance;
    this.degreesOfFreedom = degreesOfFreedom;
    this.positives = positives;
    this.negatives = negatives;
  }

  /**
   * Of one or more readers of the same cases.
   *
   * @param readers same truth and clusters, other scores
   * @throws IllegalArgumentException if there is no reader, truths or clusters differ, or there is
   *     not at least one positive and one negative case
   */
  public static DeLong of(List<Cases> readers) {
    Arguments.checkBetween("number of readers", readers.size(), 1, 100_000);
    Cases first = readers.get(0);
    int positives = first.positives();
    int negatives = first.negatives();
    Arguments.checkBetween("positives", positives, 1, Integer.MAX_VALUE);
    Arguments.checkBetween("negatives", negatives, 1, Integer.MAX_VALUE);
    Groups groups = Groups.of(first);
    List<Components> components = new ArrayList<>();
    for (int r = 0; r < readers.size(); r++) {
      checkSameCases(first, readers.get(r), r);
      groups.check(readers.get(r), r);
      components.add(Components.of(readers.get(r), groups));
    }
    double[][] covariance = new double[readers.size()][readers.size()];
    double[] areas = new double[readers.size()];
    for (int r = 0; r < areas.length; r++) {
      areas[r] = components.get(r).area;
      for (int s = 0; s <= r; s++) {
        covariance[r][s] = groups.covariance(components.get(r), components.get(s));
        covariance[s][r] = covariance[r][s];
      }
    }
    return new DeLong(areas, covariance, positives, negatives, groups.degreesOfFreedom());
  }

  private static void checkSameCases(Cases first, Cases other, int reader) {
    Arguments.checkSameLength("reader 0", first.n(), "reader " + reader, other.n());
    for (int i = 0; i < first.n(); i++) {
      if (first.isPositive(i) != other.isPositive(i)) {
        throw new IllegalArgumentException(
            "case " + i + " of reader " + reader + " has another truth than of reader 0");
      }
    }
  }

  /** A of a reader, 0 to 1; 1/2 tells nothing apart. */
  public double area(int reader) {
    return areas[reader];
  }

  /**
   * The covariance of the areas of two readers, or the variance of one; NaN where there is but one
   * cluster with positive, or with negative cases.
   */
  public double covariance(int reader, int other) {
    return covariance[reader][other];
  }

  /** The variance of the difference of two areas; NaN as the covariance. */
  public double varianceOfDifference(int reader, int other) {
    double variance =
        covariance[reader][reader] + covariance[other][other] - 2 * covariance[reader][other];
    // What is less than rounding of its terms is nothing.
    double terms = covariance[reader][reader] + covariance[other][other];
    return variance <= 1e-14 * terms ? 0 : variance;
  }

  /**
   * What the covariances are worth: one less than the clusters, or ∞ where each case is its own, as
   * the large samples of the source have it.
   */
  public double degreesOfFreedom() {
    return degreesOfFreedom;
  }

  /** Number of readers. */
  public int readers() {
    return areas.length;
  }

  /** Number of positive cases. */
  public int positives() {
    return positives;
  }

  /** Number of negative cases. */
  public int negatives() {
    return negatives;
  }

  /** Which cluster a case is in, and how many positive and negative cases each holds. */
  private static final class Groups {

    private final int[] of;
    private final double[] positives;
    private final double[] negatives;
    private final double m;
    private final double n;

    private Groups(int[] of, double[] positives, double[] negatives, double m, double n) {
      this.of = of;
      this.positives = positives;
      this.negatives = negatives;
      this.m = m;
      this.n = n;
    }

    static Groups of(Cases cases) {
      int[] codes = cases.clusters();
      int[] of = new int[codes.length];
      int groups = DenseCodes.number(codes, of);
      double[] positives = new double[groups];
      double[] negatives = new double[groups];
      for (int i = 0; i < codes.length; i++) {
        (cases.isPositive(i) ? positives : negatives)[of[i]]++;
      }
      return new Groups(of, positives, negatives, cases.positives(), cases.negatives());
    }

    double degreesOfFreedom() {
      return positives.length == of.length ? Double.POSITIVE_INFINITY : positives.length - 1.0;
    }

    /** Numbers may differ, as long as the same cases belong together. */
    void check(Cases cases, int reader) {
      int[] own = new int[of.length];
      DenseCodes.number(cases.clusters(), own);
      int i = Arrays.mismatch(of, own);
      if (i >= 0) {
        throw new IllegalArgumentException(
            "case " + i + " of reader " + reader + " is in another cluster than of reader 0");
      }
    }

    double covariance(Components r, Components s) {
      double s10 = 0;
      double s01 = 0;
      double mixed = 0;
      int with10 = 0;
      int with01 = 0;
      for (int c = 0; c < positives.length; c++) {
        double r10 = r.v10[c] - positives[c] * r.area;
        double s10c = s.v10[c] - positives[c] * s.area;
        double r01 = r.v01[c] - negatives[c] * r.area;
        double s01c = s.v01[c] - negatives[c] * s.area;
        s10 += r10 * s10c;
        s01 += r01 * s01c;
        mixed += r10 * s01c + s10c * r01;
        with10 += positives[c] > 0 ? 1 : 0;
        with01 += negatives[c] > 0 ? 1 : 0;
      }
      if (with10 < 2 || with01 < 2) {
        return Double.NaN;
      }
      double all = positives.length;
      return with10 / ((with10 - 1.0) * m * m) * s10
          + with01 / ((with01 - 1.0) * n * n) * s01
          + all / ((all - 1) * m * n) * mixed;
    }
  }

  /** Sums of V₁₀ and V₀₁ in each cluster. */
  private static final class Components {

    private final double area;
    private final double[] v10;
    private final double[] v01;

    private Components(double area, double[] v10, double[] v01) {
      this.area = area;
      this.v10 = v10;
      this.v01 = v01;
    }

    static Components of(Cases cases, Groups groups) {
      double[] positive = select(cases, true);
      double[] negative = select(cases, false);
      Ranks amongPositive = Ranks.of(positive);
      Ranks amongNegative = Ranks.of(negative);
      double[] v10 = new double[groups.positives.length];
      double[] v01 = new double[groups.positives.length];
      // The number of pairs in the right order, in halves, so that sums are exact.
      double ordered = 0;
      for (int i = 0; i < cases.n(); i++) {
        double x = cases.score(i);
        if (cases.isPositive(i)) {
          double placed = amongNegative.placement(x);
          v10[groups.of[i]] += placed / negative.length;
          ordered += placed;
        } else {
          v01[groups.of[i]] += 1 - amongPositive.placement(x) / positive.length;
        }
      }
      return new Components(ordered / ((double) positive.length * negative.length), v10, v01);
    }

    private static double[] select(Cases cases, boolean positive) {
      double[] selected = new double[positive ? cases.positives() : cases.negatives()];
      int k = 0;
      for (int i = 0; i < cases.n(); i++) {
        if (cases.isPositive(i) == positive) {
          selected[k++] = cases.score(i);
        }
      }
      return selected;
    }
  }
}

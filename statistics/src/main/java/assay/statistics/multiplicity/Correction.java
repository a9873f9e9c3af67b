package assay.statistics.multiplicity;

import assay.statistics.Arguments;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ways to adjust the p-values of m hypotheses. An adjusted p is compared with the level itself.
 * With p₍₁₎ ≤ … ≤ p₍ₘ₎, and every result cut to 1:
 *
 * <ul>
 *   <li>{@link #BONFERRONI}: m·p;
 *   <li>{@link #HOLM}: max over j ≤ i of (m − j + 1)·p₍ⱼ₎; never worse than Bonferroni, and as
 *       general;
 *   <li>{@link #HOCHBERG}: min over j ≥ i of (m − j + 1)·p₍ⱼ₎; for independent or positively
 *       dependent tests;
 *   <li>{@link #BENJAMINI_HOCHBERG}: min over j ≥ i of m·p₍ⱼ₎/j; false discovery rate, for the same
 *       tests as Hochberg;
 *   <li>{@link #BENJAMINI_YEKUTIELI}: Benjamini–Hochberg times Σ 1/j; false discovery rate, for any
 *       tests.
 * </ul>
 *
 * <p>The first three hold the probability of any false rejection, the last two the expected share
 * of false ones among the rejections.
 *
 * <p>Sources: S. Holm, Scandinavian Journal of Statistics 6 (1979) 65–70; Y. Hochberg, Biometrika
 * 75 (1988) 800–802, doi:10.1093/biomet/75.4.800; Y. Benjamini, Y. Hochberg, JRSS B 57 (1995)
 * 289–300, doi:10.1111/j.2517-6161.1995.tb02031.x; Y. Benjamini, D. Yekutieli, Annals of Statistics
 * 29 (2001) 1165–1188, doi:10.1214/aos/1013699998.
 */
public enum Correction {
  /** None: each hypothesis is judged as if it were alone. */
  NONE("none"),
  BONFERRONI("bonferroni"),
  HOLM("holm"),
  HOCHBERG("hochberg"),
  BENJAMINI_HOCHBERG("benjamini-hochberg"),
  BENJAMINI_YEKUTIELI("benjamini-yekutieli");

  private final String id;

  Correction(String id) {
    this.id = id;
  }

  /** Stable id, such as {@code holm}. */
  public String id() {
    return id;
  }

  /**
   * The correction with this id.
   *
   * @throws IllegalArgumentException that lists the known ids
   */
  public static Correction named(String id) {
    for (Correction correction : values()) {
      if (correction.id.equals(id)) {
        return correction;
      }
    }
    throw new IllegalArgumentException(
        "no correction is called "
            + id
            + "; known: "
            + Arrays.stream(values()).map(Correction::id).collect(Collectors.joining(", ")));
  }

  /**
   * The adjusted p-values, in the order given.
   *
   * @throws IllegalArgumentException with the index of the first that is outside [0, 1]
   */
  public double[] adjusted(double... p) {
    for (int i = 0; i < p.length; i++) {
      Arguments.checkUnit("p[" + i + "]", p[i]);
    }
    int m = p.length;
    List<Integer> order =
        IntStream.range(0, m).boxed().sorted(Comparator.comparingDouble(i -> p[i])).toList();
    double[] adjusted = new double[m];
    double harmonic = 0;
    for (int j = 1; j <= m; j++) {
      harmonic += 1.0 / j;
    }
    boolean fromSmallest = this == HOLM;
    double bound = fromSmallest ? 0 : 1;
    for (int step = 0; step < m; step++) {
      int rank = fromSmallest ? step + 1 : m - step;
      int i = order.get(rank - 1);
      double own = Math.min(1, p[i] * factor(m, rank, harmonic));
      bound =
          switch (this) {
            case NONE, BONFERRONI -> own;
            case HOLM -> Math.max(bound, own);
            case HOCHBERG, BENJAMINI_HOCHBERG, BENJAMINI_YEKUTIELI -> Math.min(bound, own);
          };
      adjusted[i] = bound;
    }
    return adjusted;
  }

  private double factor(int m, int rank, double harmonic) {
    return switch (this) {
      case NONE -> 1;
      case BONFERRONI -> m;
      case HOLM, HOCHBERG -> m - rank + 1.0;
      case BENJAMINI_HOCHBERG -> (double) m / rank;
      case BENJAMINI_YEKUTIELI -> harmonic * m / rank;
    };
  }
}

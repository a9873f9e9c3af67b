package assay.statistics.agreement;

import assay.statistics.Arguments;
import assay.statistics.Estimate;

/**
 * Fleiss' κ: the agreement of several readers, not the same ones for each item, on classes:
 *
 * <pre>κ = (pₐ − pₑ)/(1 − pₑ),  pₑ = Σ π_c²</pre>
 *
 * <p>with pₐ the mean over items of the share of pairs of readings that are equal and π_c the mean
 * share of class c. 1 is perfect agreement, 0 chance. Items with fewer than two readings are left
 * out; items may have different numbers of readings. {@link Estimate.Undefined} where none is left
 * ({@code no-items}) and where all readings are of one class ({@code one-class}). The interval
 * takes items as sampled and readers as they are (method {@code fleiss-kappa}).
 *
 * <p>Source: J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological
 * Bulletin 76 (1971) 378–382, doi:10.1037/h0031619; interval: K. L. Gwet, Large-sample variance of
 * Fleiss generalized kappa, Educational and Psychological Measurement 81 (2021) 781–790,
 * doi:10.1177/0013164420973080.
 */
public final class FleissKappa {

  private FleissKappa() {}

  /**
   * κ of a table of items.
   *
   * @param counts {@code counts[item][class]}: how many readers put the item into the class
   * @throws IllegalArgumentException if rows differ in length, a count is negative, or the level is
   *     outside (0, 1)
   */
  public static Estimate of(long[][] counts, double level) {
    Arguments.checkLevel(level);
    ClassCounts items = ClassCounts.of(counts);
    if (items.items() == 0) {
      return new Estimate.Undefined("no-items");
    }
    if (items.isOneClass()) {
      return new Estimate.Undefined("one-class");
    }
    return items.beyond(
        item -> {
          double chance = 0;
          for (int c = 0; c < items.classes(); c++) {
            chance += items.share(item, c) * items.meanShare(c);
          }
          return chance;
        },
        level,
        "fleiss-kappa");
  }
}

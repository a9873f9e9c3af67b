package assay.statistics.agreement;

import assay.statistics.Arguments;
import assay.statistics.Estimate;

/**
 * Gwet's AC1: the agreement of several readers on q classes with another idea of chance than κ, so
 * that it does not fall to nothing where one class is rare:
 *
 * <pre>AC1 = (pₐ − pₑ)/(1 − pₑ),  pₑ = Σ π_c(1 − π_c)/(q − 1)</pre>
 *
 * <p>with pₐ and π_c as for {@link FleissKappa}. 1 is perfect agreement, also where all readings
 * are of one class. Items with fewer than two readings are left out; {@link Estimate.Undefined}
 * where none is left ({@code no-items}). The interval takes items as sampled and readers as they
 * are (method {@code gwet-ac1}).
 *
 * <p>Source: K. L. Gwet, Computing inter-rater reliability and its variance in the presence of high
 * agreement, British Journal of Mathematical and Statistical Psychology 61 (2008) 29–48,
 * doi:10.1348/000711006X126600.
 */
public final class GwetAc1 {

  private GwetAc1() {}

  /**
   * AC1 of a table of items.
   *
   * @param counts {@code counts[item][class]}: how many readers put the item into the class; at
   *     least two classes
   * @throws IllegalArgumentException if rows differ in length, there is one class, a count is
   *     negative, or the level is outside (0, 1)
   */
  public static Estimate of(long[][] counts, double level) {
    Arguments.checkLevel(level);
    ClassCounts items = ClassCounts.of(counts);
    if (items.items() == 0) {
      return new Estimate.Undefined("no-items");
    }
    Arguments.checkBetween("classes", items.classes(), 2, Integer.MAX_VALUE);
    return items.beyond(
        item -> {
          double chance = 0;
          for (int c = 0; c < items.classes(); c++) {
            chance += items.share(item, c) * (1 - items.meanShare(c));
          }
          return chance / (items.classes() - 1.0);
        },
        level,
        "gwet-ac1");
  }
}

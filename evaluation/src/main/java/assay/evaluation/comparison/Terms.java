package assay.evaluation.comparison;

import assay.statistics.resampling.BootstrapPlan;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed before a comparison is made.
 *
 * @param level confidence level, such as 0.95
 * @param margin differences up to it, in the unit of the scores, count as none; null for none
 * @param adjustment for slices, and for pairs of several readers
 * @param seed of permutations and the bootstrap
 * @param byId whether samples are paired by id, and so must be the same questions
 */
public record Terms(
    double level, @Nullable Double margin, Adjustment adjustment, long seed, boolean byId) {

  /**
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1 and the margin is above 0
   */
  public Terms {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is outside (0, 1)");
    }
    if (margin != null && !(margin > 0 && Double.isFinite(margin))) {
      throw new IllegalArgumentException("margin " + margin + "; expected a number above 0");
    }
  }

  /**
   * Randomness for a part of what two sides are compared on. It is named by the readers, not by
   * files: moving a file changes no number.
   */
  BootstrapPlan plan(Side first, Side second, String part) {
    String name =
        String.join(
            "/",
            "compare",
            first.benchmark(),
            first.split(),
            first.model(),
            first.arm(),
            second.model(),
            second.arm(),
            part);
    return BootstrapPlan.of(seed, name);
  }
}

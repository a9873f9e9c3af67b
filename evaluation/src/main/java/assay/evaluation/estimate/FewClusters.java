package assay.evaluation.estimate;

import org.jspecify.annotations.Nullable;

/**
 * Where clusters are so few that intervals tend to be too narrow, whatever they are of: below 20,
 * as docs/calibration.md shows.
 */
public final class FewClusters {

  /** So many, at least, tell how much results vary. */
  public static final int ENOUGH = 20;

  /** What is said of them. */
  public static final String WARNING =
      "Fewer than " + ENOUGH + " clusters tell little of how much results vary.";

  private FewClusters() {}

  /** Whether there are so few; samples that lie in none are independent, and never few. */
  public static boolean are(@Nullable Integer clusters) {
    return clusters != null && clusters < ENOUGH;
  }
}

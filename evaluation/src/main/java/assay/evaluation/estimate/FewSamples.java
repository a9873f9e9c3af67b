package assay.evaluation.estimate;

import org.jspecify.annotations.Nullable;

/**
 * Where questions are so few that little is known, and intervals of shares miss on one side more
 * often than half of what their level leaves: docs/guide/claims.md has the numbers.
 */
public final class FewSamples {

  /** So many, at least, are no few. */
  public static final int ENOUGH = 30;

  /** Expected on the rarer side of a line, below which one-sided errors are twice the nominal. */
  public static final int EXPECTED = 5;

  /** What is said of them. */
  public static final String WARNING =
      "Fewer than "
          + ENOUGH
          + " questions tell little, and on one side an interval of so few misses more often than"
          + " its level says.";

  private FewSamples() {}

  /**
   * Whether there are so few.
   *
   * @param clusters in how many clusters they lie, or null: where these are few that is said
   *     instead
   */
  public static boolean are(long n, @Nullable Integer clusters) {
    return n > 0 && n < ENOUGH && !FewClusters.are(clusters);
  }
}

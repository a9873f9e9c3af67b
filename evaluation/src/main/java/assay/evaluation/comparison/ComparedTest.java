package assay.evaluation.comparison;

import assay.statistics.test.TestResult;
import org.jspecify.annotations.Nullable;

/**
 * A test of a comparison.
 *
 * @param result what it found
 * @param primary whether the verdict rests on it
 * @param remark what to know of it, or null
 */
public record ComparedTest(TestResult result, boolean primary, @Nullable String remark) {

  /** The remark on a test that takes clustered samples for independent ones. */
  static final String NO_CLUSTERS = "takes no account of clusters";

  /** Whether it takes clustered samples for independent ones. */
  public boolean ignoresClusters() {
    return NO_CLUSTERS.equals(remark);
  }
}

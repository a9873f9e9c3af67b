package assay.evaluation.comparison;

import org.jspecify.annotations.Nullable;

/**
 * One answer to a sample.
 *
 * @param value its score; NaN where none is defined
 * @param observed label of what was read; null where nothing was, or where no metric over classes
 *     asks for it
 * @param isRead whether anything was read in it
 * @param text what was read, as text; empty where nothing was, or where no metric of texts asks
 */
public record Given(double value, @Nullable String observed, boolean isRead, String text) {

  /** Whether it has a score. */
  boolean isScored() {
    return !Double.isNaN(value);
  }
}

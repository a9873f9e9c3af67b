package assay.statistics.calibration;

import assay.statistics.Estimate;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether a truth lies in what was claimed; a statistic that claims nothing misses nothing. */
final class Held {

  private Held() {}

  static boolean of(Estimate estimate, double truth) {
    return switch (estimate) {
      case Estimate.Known known -> known.interval().contains(truth);
      case Estimate.Undefined undefined -> true;
    };
  }

  /** Whether what was claimed, if anything, fits. */
  static <T> boolean of(Optional<T> claim, Predicate<T> fits) {
    return claim.map(fits::test).orElse(true);
  }
}

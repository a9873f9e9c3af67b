package assay.statistics.interval;

import assay.statistics.Interval;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Confidence interval of a proportion from independent trials. Its ends lie in [0, 1]; for n = 0
 * every method gives [0, 1], since nothing is known. With successes and failures exchanged the
 * interval is mirrored at 1/2.
 *
 * <p>No interval from a whole number of successes has the same coverage for every true proportion;
 * how far each strays is in {@link assay.statistics.calibration.BinomialCoverage}.
 *
 * <p>Source for all: L. D. Brown, T. T. Cai, A. DasGupta, Interval estimation for a binomial
 * proportion, Statistical Science 16 (2001) 101–133, doi:10.1214/ss/1009213286.
 */
public sealed interface BinomialInterval
    permits WilsonInterval,
        ContinuityCorrectedWilsonInterval,
        ClopperPearsonInterval,
        AgrestiCoullInterval,
        JeffreysInterval {

  /** Stable id, the {@link Interval#method()} of what it gives. */
  String id();

  /**
   * The interval.
   *
   * @param successes number of successes
   * @param n number of trials, may be 0
   * @param level confidence level, such as 0.95
   * @throws IllegalArgumentException unless 0 ≤ successes ≤ n and 0 &lt; level &lt; 1
   */
  Interval interval(long successes, long n, double level);

  /** All methods, the default first. */
  static List<BinomialInterval> all() {
    return List.of(
        new WilsonInterval(),
        new ContinuityCorrectedWilsonInterval(),
        new ClopperPearsonInterval(),
        new AgrestiCoullInterval(),
        new JeffreysInterval());
  }

  /**
   * The method with this id.
   *
   * @throws IllegalArgumentException that lists the known ids
   */
  static BinomialInterval named(String id) {
    for (BinomialInterval method : all()) {
      if (method.id().equals(id)) {
        return method;
      }
    }
    throw new IllegalArgumentException(
        "no interval of a proportion is called "
            + id
            + "; known: "
            + all().stream().map(BinomialInterval::id).collect(Collectors.joining(", ")));
  }
}

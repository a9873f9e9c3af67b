package assay.statistics.power;

import assay.statistics.ClusterTotals;
import assay.statistics.Observations;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How many further observations like those at hand make a method decide that does not yet, where no
 * formula says it: tests with a smallest p, such as a permutation of few clusters (of G clusters p
 * is never below {@code 2/2^G}), and intervals with a quantile that falls as clusters come.
 *
 * <p>G′ clusters like the G at hand are their quantiles: sorted by mean, for i from 0 to G′ − 1 the
 * cluster at ⌊(i + ½)·G/G′⌋, whole. Observations without clusters are each one of their own.
 */
public final class MoreOfTheSame {

  private static final int MOST_TIMES = 64;
  private static final int MOST_OBSERVATIONS = 200_000;

  private MoreOfTheSame() {}

  /**
   * The smallest number that decides, found by doubling and halving.
   *
   * @param seen the observations at hand
   * @param decides whether observations decide
   * @return how many more; empty where 64 times as many, or 200,000, decide nothing
   */
  public static OptionalInt until(Observations seen, Predicate<Observations> decides) {
    int clusters = seen.clusterCount();
    if (clusters == 0) {
      return OptionalInt.empty();
    }
    int[] order = order(seen.clusterTotals());
    long most =
        Math.min((long) MOST_TIMES * clusters, (long) MOST_OBSERVATIONS * clusters / seen.n());
    long low = 0;
    long high = 1;
    while (!decides.test(like(seen, order, clusters + high))) {
      low = high;
      high *= 2;
      if (clusters + high > most) {
        return OptionalInt.empty();
      }
    }
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (decides.test(like(seen, order, clusters + middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    // In observations of the kind at hand: a cluster drawn twice may be a small or a large one.
    return OptionalInt.of((int) Math.ceilDiv(high * seen.n(), (long) clusters));
  }

  private static int[] order(ClusterTotals totals) {
    double[] weights = totals.weights();
    double[] sums = totals.totals();
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble(g -> sums[g] / weights[g]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static Observations like(Observations seen, int[] order, long clusters) {
    int[] which = new int[Math.toIntExact(clusters)];
    for (int i = 0; i < which.length; i++) {
      which[i] = order[(int) ((2L * i + 1) * order.length / (2 * clusters))];
    }
    return seen.ofClusters(which);
  }
}

package assay.evaluation.estimate;

import assay.reading.corpus.CorpusMeasure;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.interval.PercentileBootstrapInterval;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.resampling.StatisticBootstrap;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Percentile bootstrap of a measure of a whole corpus (BLEU): whole clusters, or samples where
 * there are none, are drawn with replacement, their counts are summed, and the measure is taken of
 * the sums. A measure that is no function of sums (CIDEr, whose weights change with every draw)
 * would have to read the whole corpus again for each draw, which is not done: it has no interval.
 * With fewer than two units nothing is known.
 */
final class CorpusBootstrap {

  private CorpusBootstrap() {}

  static Interval of(Series series, double level, int resamples, long seed, String name) {
    CorpusMeasure.@Nullable Sums sums = series.units().sums();
    List<double[]> units = series.units().list();
    if (sums == null || units.size() < 2) {
      return Range.UNBOUNDED.whole(level, "none");
    }
    return StatisticBootstrap.of(
            units.size(),
            drawn -> OptionalDouble.of(sums.value(summed(units, drawn))),
            new BootstrapPlan(resamples, seed, name))
        .distribution()
        .map(d -> PercentileBootstrapInterval.of(d, Range.UNBOUNDED, level))
        .orElse(Range.UNBOUNDED.whole(level, "none"));
  }

  private static double[] summed(List<double[]> units, int[] drawn) {
    double[] sum = new double[units.getFirst().length];
    for (int number : drawn) {
      double[] unit = units.get(number);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += unit[i];
      }
    }
    return sum;
  }
}

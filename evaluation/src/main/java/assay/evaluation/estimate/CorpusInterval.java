package assay.evaluation.estimate;

import assay.core.measure.ScoreRange;
import assay.reading.corpus.CorpusMeasure;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.interval.DefaultInterval;
import assay.statistics.interval.JackknifeInterval;
import java.util.List;

/**
 * The interval of a measure of a whole corpus. Clusters, or samples where there are none, are what
 * varies; what the measure learns of all references together is fixed as that of the whole corpus,
 * for to learn it anew would call words rare because a report was left out.
 *
 * <ul>
 *   <li>BLEU, a function of sums: the jackknife's, as {@code compare} has it for the difference of
 *       two. Each unit is left out in turn. With fewer than two, where the measure is not defined
 *       without one of them, and where none of them moves it (nothing said that agrees with any
 *       reference), nothing is known.
 *   <li>CIDEr, with fixed document frequencies the mean of what each answer comes to: Hall's, as of
 *       any other mean ({@link DefaultInterval#ofMean}), for few answers agree much and most
 *       little.
 * </ul>
 *
 * <p>How often they hold, and what others do: {@code docs/decisions/0016}.
 */
final class CorpusInterval {

  private static final double ROUNDING = 1e-12;

  private CorpusInterval() {}

  /**
   * The interval.
   *
   * @param value the measure of all answers
   */
  static Interval of(CorpusUnits corpus, double value, double level) {
    CorpusMeasure.Sums sums = corpus.sums();
    if (sums.isMean()) {
      return DefaultInterval.ofMean(corpus.values(), range(corpus.range()), level);
    }
    List<CorpusUnits.Unit> units = corpus.list();
    if (units.size() < 2) {
      return unknown(level);
    }
    double[] all = new double[units.getFirst().size()];
    units.forEach(unit -> unit.addTo(all));
    double[] without = new double[units.size()];
    double[] sizes = new double[units.size()];
    boolean moved = false;
    for (int u = 0; u < without.length; u++) {
      without[u] = sums.value(units.get(u).leftOutOf(all));
      sizes[u] = units.get(u).answers();
      if (Double.isNaN(without[u])) {
        return unknown(level);
      }
      moved |= Math.abs(without[u] - value) > ROUNDING;
    }
    if (!moved) {
      return unknown(level);
    }
    return JackknifeInterval.of(
        value,
        List.of(new JackknifeInterval.Stratum(without, sizes)),
        range(corpus.range()),
        level);
  }

  private static Interval unknown(double level) {
    return Range.UNBOUNDED.whole(level, "none");
  }

  private static Range range(ScoreRange range) {
    return new Range(Math.min(range.worst(), range.best()), Math.max(range.worst(), range.best()));
  }
}

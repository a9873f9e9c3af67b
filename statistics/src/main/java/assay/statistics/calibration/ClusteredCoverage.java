package assay.statistics.calibration;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.interval.MeanInterval;
import assay.statistics.resampling.Randomness;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How often intervals of a clustered proportion hold the true one, by simulation.
 *
 * @param coverage share of draws whose interval held the truth
 * @param width mean width
 */
public record ClusteredCoverage(double coverage, double width) {

  /**
   * Measures several methods on the same draws.
   *
   * @param methods to be compared; ids must differ
   * @param design how answers are drawn
   * @param truths true proportions over which the coverage is averaged, 0 &lt; p &lt; 1
   * @param draws number of draws for each true proportion, at least 1
   * @param level confidence level
   * @param seed of the draws
   * @return the coverage of each method, by its id, in the order of ids
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static Map<String, ClusteredCoverage> of(
      List<MeanInterval> methods,
      ClusteredDesign design,
      double[] truths,
      int draws,
      double level,
      long seed) {
    Arguments.checkBetween("draws", draws, 1, Integer.MAX_VALUE);
    Arguments.checkBetween("number of truths", truths.length, 1, Integer.MAX_VALUE);
    long[] held = new long[methods.size()];
    double[] width = new double[methods.size()];
    for (double truth : truths) {
      UniformRandomProvider source = Randomness.named(seed, "coverage/" + design + "/" + truth);
      for (int i = 0; i < draws; i++) {
        Observations drawn = design.draw(truth, source);
        for (int m = 0; m < held.length; m++) {
          Interval interval = methods.get(m).interval(drawn, Range.UNIT, level);
          held[m] += interval.contains(truth) ? 1 : 0;
          width[m] += interval.width();
        }
      }
    }
    double all = (double) truths.length * draws;
    Map<String, ClusteredCoverage> results = new TreeMap<>();
    for (int m = 0; m < held.length; m++) {
      results.put(methods.get(m).id(), new ClusteredCoverage(held[m] / all, width[m] / all));
    }
    return results;
  }
}

package assay.statistics.calibration;

import assay.statistics.Interval;
import assay.statistics.PairedCounts;
import assay.statistics.interval.BetaPosterior;
import assay.statistics.interval.FinitePopulation;
import assay.statistics.interval.NewcombeUnpairedInterval;
import assay.statistics.interval.OddsRatioInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Two independent groups, odds of the same items, beliefs, and benchmarks of so many items. */
record ProportionChapter(Simulation simulation) {

  static final String TITLE = "Proportions of groups, of benchmarks, and beliefs";

  private static final int DRAWS = 4000;
  private static final double LEVEL = 0.95;
  private static final int[] SIZES = {30, 100, 400};
  private static final double[] TRUTHS = {0.05, 0.2, 0.5, 0.8, 0.95};
  private static final double[][] GROUPS = {{0.3, 0.6}, {0.5, 0.5}, {0.1, 0.1}, {0.05, 0.2}};
  private static final double[][] PAIRS = {{0.05, 0.05}, {0.15, 0.05}, {0.2, 0.2}};

  Chapter chapter() {
    Chapter chapter =
        Chapter.of(
            TITLE,
            "`newcombe-unpaired` of different items, n and n or n and 3n, averaged over (30, 60),"
                + " (50, 50), (10, 10) and (5, 20) %; `odds-ratio-paired-exact` over shares of items"
                + " on which only the first, only the second is right of (5, 5), (15, 5) and (20,"
                + " 20) %: exact, so never below its level. `wilson-finite` of n items from a"
                + " benchmark of 2n or 5n, `beta-posterior` with two priors: averaged over true"
                + " proportions from 0.05 to 0.95. Truths are drawn from a band of ±20 % about each.",
            Arrays.stream(SIZES).mapToObj(n -> "n = " + n).toArray(String[]::new));
    List<String> names =
        List.of(
            "newcombe-unpaired",
            "newcombe-unpaired, n and 3n",
            "odds-ratio-paired-exact",
            "wilson-finite, n of 2n",
            "wilson-finite, n of 5n",
            "beta-posterior, uniform",
            "beta-posterior, Jeffreys");
    List<double[]> columns = new ArrayList<>();
    for (int n : SIZES) {
      columns.add(
          new double[] {
            groups(n, n),
            groups(n, 3 * n),
            odds(n),
            finite(n, 2 * n),
            finite(n, 5 * n),
            belief(n, BetaPosterior.UNIFORM),
            belief(n, BetaPosterior.JEFFREYS)
          });
    }
    chapter.addColumns(names, columns);
    return chapter;
  }

  private static double near(UniformRandomProvider source, double p) {
    return p + 0.2 * Math.min(p, 1 - p) * (2 * source.nextDouble() - 1);
  }

  private static long successes(UniformRandomProvider source, int n, double p) {
    return Math.round(Arrays.stream(Draws.binary(source, n, p)).sum());
  }

  private double groups(int n, int m) {
    double mean = 0;
    for (double[] pair : GROUPS) {
      mean +=
          simulation
                  .shares(
                      DRAWS,
                      "groups/" + n + "/" + m + "/" + pair[0] + "/" + pair[1],
                      source -> {
                        double p = near(source, pair[0]);
                        double q = near(source, pair[1]);
                        long x = successes(source, n, p);
                        long y = successes(source, m, q);
                        Interval interval = NewcombeUnpairedInterval.interval(x, n, y, m, LEVEL);
                        return new boolean[] {interval.contains(p - q)};
                      })[0]
              / GROUPS.length;
    }
    return mean;
  }

  private double odds(int n) {
    double mean = 0;
    for (double[] pair : PAIRS) {
      mean +=
          simulation
                  .shares(
                      DRAWS,
                      "odds/" + n + "/" + pair[0],
                      source -> {
                        double[] d = Draws.differences(source, n, pair[0], pair[1]);
                        long b = Arrays.stream(d).filter(v -> v > 0).count();
                        long c = Arrays.stream(d).filter(v -> v < 0).count();
                        PairedCounts counts = new PairedCounts(0, b, c, n - b - c);
                        return new boolean[] {
                          OddsRatioInterval.paired(counts, LEVEL).contains(pair[0] / pair[1])
                        };
                      })[0]
              / PAIRS.length;
    }
    return mean;
  }

  /** The benchmark is fixed, and so is the share right on it; which items are asked is drawn. */
  private double finite(int n, int population) {
    double mean = 0;
    for (double p : TRUTHS) {
      mean +=
          simulation
                  .shares(
                      DRAWS,
                      "finite/" + n + "/" + population + "/" + p,
                      source -> {
                        long right = Math.round(near(source, p) * population);
                        long x = 0;
                        for (int i = 0; i < n; i++) {
                          x += source.nextLong(population - i) < right - x ? 1 : 0;
                        }
                        return new boolean[] {
                          FinitePopulation.proportion(x, n, population, LEVEL)
                              .contains((double) right / population)
                        };
                      })[0]
              / TRUTHS.length;
    }
    return mean;
  }

  /** Exact. */
  private static double belief(int n, BetaPosterior prior) {
    BinomialCoverage coverage = BinomialCoverage.of(x -> prior.after(x, n).interval(LEVEL), n);
    return Arrays.stream(TRUTHS)
        .map(p -> coverage.average(p - 0.2 * Math.min(p, 1 - p), p + 0.2 * Math.min(p, 1 - p), 41))
        .average()
        .orElseThrow();
  }
}

package assay.statistics.calibration;

import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.agreement.FleissKappa;
import assay.statistics.agreement.GwetAc1;
import assay.statistics.agreement.KrippendorffAlpha;
import assay.statistics.agreement.WeightedKappa;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Agreement on four ordered classes. Each item has a class, which a reader gives with a probability
 * whose square is the truth, and else one drawn by the classes' shares: then every coefficient that
 * takes chance from the shares is that truth, whatever weights classes apart have.
 */
record AgreementChapter(Simulation simulation) {

  static final String TITLE = "Agreement of readers on classes";

  private static final int DRAWS = 3000;
  private static final double LEVEL = 0.95;
  private static final double TRUTH = 0.6;
  private static final int READERS = 3;
  private static final double MISSING = 0.1;
  private static final double[] SHARES = {0.4, 0.3, 0.2, 0.1};
  private static final int[] SIZES = {20, 30, 50, 200};
  private static final List<String> ROWS =
      List.of(
          "weighted κ, linear",
          "weighted κ, quadratic",
          "fleiss-kappa",
          "gwet-ac1",
          "krippendorff α, nominal",
          "krippendorff α, ordinal",
          "krippendorff α, interval",
          "krippendorff α, ratio");

  Chapter chapter() {
    Chapter chapter =
        Chapter.of(
            TITLE,
            "Four ordered classes of 0.4, 0.3, 0.2 and 0.1, true coefficients of 0.6 (AC1: 0.63)."
                + " Weighted κ is of two readers, the others of three; a tenth of the readings are"
                + " missing for α, whose interval is the jackknife's over items.",
            Arrays.stream(SIZES).mapToObj(n -> "n = " + n).toArray(String[]::new));
    double[][] columns = Arrays.stream(SIZES).mapToObj(this::shares).toArray(double[][]::new);
    for (int r = 0; r < ROWS.size(); r++) {
      int row = r;
      chapter.add(ROWS.get(r), Arrays.stream(columns).mapToDouble(column -> column[row]).toArray());
    }
    return chapter;
  }

  private double[] shares(int n) {
    double chance = Arrays.stream(SHARES).map(p -> p * p).sum();
    double byChance = Arrays.stream(SHARES).map(p -> p * (1 - p)).sum() / (SHARES.length - 1);
    double ac1 = (TRUTH + (1 - TRUTH) * chance - byChance) / (1 - byChance);
    return simulation.shares(
        DRAWS,
        "agreement on classes/" + n,
        source -> {
          int[][] readings = readings(source, n);
          long[][] table = new long[SHARES.length][SHARES.length];
          long[][] counts = new long[n][SHARES.length];
          double[][] units = new double[n][];
          for (int i = 0; i < n; i++) {
            table[readings[i][0]][readings[i][1]]++;
            for (int reading : readings[i]) {
              counts[i][reading]++;
            }
            units[i] =
                IntStream.of(readings[i])
                    .filter(reading -> source.nextDouble() >= MISSING)
                    .asDoubleStream()
                    .toArray();
          }
          return new boolean[] {
            holds(WeightedKappa.of(table, WeightedKappa.Weights.LINEAR, LEVEL), TRUTH),
            holds(WeightedKappa.of(table, WeightedKappa.Weights.QUADRATIC, LEVEL), TRUTH),
            holds(FleissKappa.of(counts, LEVEL), TRUTH),
            holds(GwetAc1.of(counts, LEVEL), ac1),
            holds(alpha(units, KrippendorffAlpha.Level.NOMINAL), TRUTH),
            holds(alpha(units, KrippendorffAlpha.Level.ORDINAL), TRUTH),
            holds(alpha(units, KrippendorffAlpha.Level.INTERVAL), TRUTH),
            holds(alpha(units, KrippendorffAlpha.Level.RATIO), TRUTH)
          };
        });
  }

  private static Estimate alpha(double[][] units, KrippendorffAlpha.Level measurement) {
    return KrippendorffAlpha.of(units, measurement, LEVEL);
  }

  private static int[][] readings(UniformRandomProvider source, int n) {
    int[][] readings = new int[n][READERS];
    for (int[] item : readings) {
      int own = drawn(source);
      for (int r = 0; r < READERS; r++) {
        item[r] = source.nextDouble() < Math.sqrt(TRUTH) ? own : drawn(source);
      }
    }
    return readings;
  }

  private static int drawn(UniformRandomProvider source) {
    double u = source.nextDouble();
    for (int c = 0; c < SHARES.length; c++) {
      if (u < SHARES[c]) {
        return c;
      }
      u -= SHARES[c];
    }
    return SHARES.length - 1;
  }

  private static boolean holds(Estimate estimate, double truth) {
    return switch (estimate) {
      case Estimate.Known(double value, Interval interval) -> interval.contains(truth);
      case Estimate.Undefined(String reason) -> true;
    };
  }
}

package assay.statistics.calibration;

import assay.statistics.agreement.BlandAltman;
import assay.statistics.agreement.Correlation;
import assay.statistics.agreement.IntraclassCorrelation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/** Correlations with ties, means of readers, limits of agreement. */
record CorrelationChapter(Simulation simulation) {

  static final String TITLE = "Correlation with ties, means of readers, limits of agreement";

  private static final double LEVEL = 0.95;
  private static final int CLASSES = 4;
  private static final double SAME = 0.6;
  private static final double QUARTILE = 0.6744897501960817;

  /** τ-b of normals with ρ = 0.6, each known by its quarter only: from the 16 cells, integrated. */
  private static final double OF_QUARTERS = 0.4537124823537118;

  Chapter chapter() {
    int[] sizes = {20, 30, 50, 200};
    Chapter chapter =
        Chapter.of(
            TITLE,
            "Kendall's τ of normal pairs (ρ = 0.6) and of two readings in four classes alike, which"
                + " are the same with probability 0.6 and else independent; ICC of the mean of three"
                + " readers as above; limits of normal differences.",
            Arrays.stream(sizes).mapToObj(n -> "n = " + n).toArray(String[]::new));
    List<double[]> columns = new ArrayList<>();
    for (int n : sizes) {
      columns.add(simulation.shares(6000, "correlation/" + n, source -> held(source, n)));
    }
    chapter.addColumns(
        List.of(
            "kendall-a",
            "kendall-a, four classes",
            "kendall-b, four classes",
            "kendall-c, four classes",
            "kendall-b, normal pairs in four classes",
            "spearman, four classes",
            "icc-1-k",
            "icc-2-k",
            "icc-3-k",
            "bland-altman, bias",
            "bland-altman, lower limit",
            "bland-altman, upper limit"),
        columns);
    return chapter;
  }

  private static boolean[] held(UniformRandomProvider source, int n) {
    double[][] pairs = Draws.pairs(source, n, 0.6);
    double[][] classes = classes(source, n);
    double[][] alike = Draws.readings(source, n, 3, 0);
    double[][] shifted = Draws.readings(source, n, 3, 1);
    // Of two pairs drawn: both parts the same, one, or none is a copy.
    double apart = SAME * SAME * (1 - 1.0 / CLASSES) + 2 * SAME * (1 - SAME) * copyAgainstFree();
    double untied = 1 - 1.0 / CLASSES;
    Optional<BlandAltman> limits = BlandAltman.of(pairs[0], pairs[1], 0.95, LEVEL);
    double reach = 1.959963984540054 * Math.sqrt(0.8);
    return new boolean[] {
      Held.of(Correlation.KENDALL_A.of(pairs[0], pairs[1], LEVEL), 2 / Math.PI * Math.asin(0.6)),
      Held.of(Correlation.KENDALL_A.of(classes[0], classes[1], LEVEL), apart),
      Held.of(Correlation.KENDALL_B.of(classes[0], classes[1], LEVEL), apart / untied),
      Held.of(
          Correlation.KENDALL_C.of(classes[0], classes[1], LEVEL),
          apart * CLASSES / (CLASSES - 1.0)),
      Held.of(
          Correlation.KENDALL_B.of(inQuarters(pairs[0]), inQuarters(pairs[1]), LEVEL), OF_QUARTERS),
      Held.of(Correlation.SPEARMAN.of(classes[0], classes[1], LEVEL), SAME),
      Held.of(IntraclassCorrelation.ONE_AVERAGE.of(alike, LEVEL), 0.75),
      Held.of(IntraclassCorrelation.TWO_AVERAGE.of(shifted, LEVEL), 0.6),
      Held.of(IntraclassCorrelation.THREE_AVERAGE.of(shifted, LEVEL), 0.75),
      Held.of(limits, found -> found.bias().interval().contains(0)),
      Held.of(limits, found -> found.lower().interval().contains(-reach)),
      Held.of(limits, found -> found.upper().interval().contains(reach))
    };
  }

  /** The quarter of the standard normal that each value lies in. */
  private static double[] inQuarters(double[] values) {
    return Arrays.stream(values)
        .map(v -> (v > -QUARTILE ? 1 : 0) + (v > 0 ? 1 : 0) + (v > QUARTILE ? 1 : 0))
        .toArray();
  }

  /** The mean of sign(i − k)·sign(i − l) over independent classes i, k and l. */
  private static double copyAgainstFree() {
    double sum = 0;
    for (int i = 0; i < CLASSES; i++) {
      double above = 0;
      for (int k = 0; k < CLASSES; k++) {
        above += Math.signum((double) i - k) / CLASSES;
      }
      sum += above * above / CLASSES;
    }
    return sum;
  }

  private static double[][] classes(UniformRandomProvider source, int n) {
    double[][] classes = new double[2][n];
    for (int i = 0; i < n; i++) {
      classes[0][i] = source.nextInt(CLASSES);
      classes[1][i] = source.nextDouble() < SAME ? classes[0][i] : source.nextInt(CLASSES);
    }
    return classes;
  }
}

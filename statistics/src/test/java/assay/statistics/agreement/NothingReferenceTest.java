package assay.statistics.agreement;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import assay.statistics.Data;
import assay.statistics.Estimate;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** One item, equal readings: undefined where Python has NaN, and else the same value. */
class NothingReferenceTest {

  private static Estimate estimate(String what, double[][] g) {
    return switch (what) {
      case "pearson" -> Correlation.PEARSON.of(g[0], g[1], 0.95);
      case "spearman" -> Correlation.SPEARMAN.of(g[0], g[1], 0.95);
      case "kendall-b" -> Correlation.KENDALL_B.of(g[0], g[1], 0.95);
      case "lin" -> LinConcordance.of(g[0], g[1], 0.95);
      case "kappa" -> CohenKappa.of(table(g), 0.95);
      case "kappa-linear" -> WeightedKappa.of(table(g), WeightedKappa.Weights.LINEAR, 0.95);
      case "kappa-quadratic" -> WeightedKappa.of(table(g), WeightedKappa.Weights.QUADRATIC, 0.95);
      case "fleiss-kappa" ->
          FleissKappa.of(Arrays.stream(g).map(Data::counts).toArray(long[][]::new), 0.95);
      case "icc-1-1" -> IntraclassCorrelation.ONE_SINGLE.of(g, 0.95);
      case "icc-2-1" -> IntraclassCorrelation.TWO_SINGLE.of(g, 0.95);
      case "icc-3-1" -> IntraclassCorrelation.THREE_SINGLE.of(g, 0.95);
      default -> fail("nothing is called " + what);
    };
  }

  /** Of readings 1 to 3. */
  private static long[][] table(double[][] readers) {
    long[][] table = new long[3][3];
    for (int i = 0; i < readers[0].length; i++) {
      table[(int) readers[0][i] - 1][(int) readers[1][i] - 1]++;
    }
    return table;
  }

  @Test
  void isUndefinedWherePythonHasNoNumber() {
    for (FixtureRow row : References.of("nothing-python.tsv")) {
      String what = row.text("what");
      Estimate estimate = estimate(what, Data.groups(row, "data"));
      double expected = row.number("value");
      if (Double.isNaN(expected)) {
        assertThat(estimate).as("%s %s", row, what).isInstanceOf(Estimate.Undefined.class);
      } else {
        assertThat(estimate).as("%s %s", row, what).isInstanceOf(Estimate.Known.class);
        Estimate.Known known = (Estimate.Known) estimate;
        assertNear(known.value(), expected, 1e-11, row + " " + what);
        assertThat(known.interval().contains(known.value())).isTrue();
      }
    }
  }
}

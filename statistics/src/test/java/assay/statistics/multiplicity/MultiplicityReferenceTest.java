package assay.statistics.multiplicity;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Data;
import assay.statistics.References;
import assay.statistics.resampling.BootstrapPlan;
import assay.testkit.FixtureRow;
import org.junit.jupiter.api.Test;

/** Several hypotheses together, against all exchanges in R and Bioconductor's multtest. */
class MultiplicityReferenceTest {

  private static final int DRAWN = 200_000;

  @Test
  void agreesWithAllExchanges() {
    for (FixtureRow row : References.of("multiple-r.tsv")) {
      double[][] data = Data.groups(row, "data");
      double[] expected = Data.groups(row, "value")[0];
      if (row.text("what").equals("max-t")) {
        double[] p = MaxT.adjusted(data, new BootstrapPlan(DRAWN, 3, "all"));
        assertThat(p).hasSameSizeAs(expected);
        for (int h = 0; h < p.length; h++) {
          // Five deviations of a drawn share, and the 1 that is added to it.
          double error = 5 * Math.sqrt(expected[h] * (1 - expected[h]) / DRAWN) + 1.0 / DRAWN;
          assertThat(p[h]).as("%s", row).isCloseTo(expected[h], within(error));
        }
      } else {
        int m = (int) data[0][1];
        double level =
            row.text("what").equals("sidak")
                ? SimultaneousLevel.sidak(data[0][0], m)
                : SimultaneousLevel.bonferroni(data[0][0], m);
        assertNear(level, expected[0], row);
      }
    }
  }
}

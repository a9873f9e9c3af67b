package assay.statistics.test;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.statistics.Data;
import assay.statistics.Observations;
import assay.statistics.PairedCounts;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Tests against a margin, and those of means in clusters, against statsmodels, SciPy and R. */
class MarginReferenceTest {

  private static MarginHypothesis hypothesis(String test) {
    return Arrays.stream(MarginHypothesis.values())
        .filter(hypothesis -> test.startsWith(hypothesis.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void agreesWithPython() {
    for (FixtureRow row : References.of("margins-python.tsv")) {
      String test = row.text("test");
      double[] data = Data.groups(row, "data")[0];
      double margin = row.number("margin");
      TestResult result =
          test.endsWith("_tango")
              ? MarginTest.ofPairedProportions(counts(data), hypothesis(test), margin)
              : MarginTest.ofMean(Observations.of(data), hypothesis(test), margin);
      assertThat(result.test()).isEqualTo(test);
      // The likelihood is maximised by search.
      assertThat(result.p()).as("%s", row).isCloseTo(row.number("p"), within(1e-9));
      // Where both sides are as far, either may be named.
      assertNear(Math.abs(result.statistic()), Math.abs(row.number("statistic")), 1e-8, row);
    }
  }

  private static PairedCounts counts(double[] data) {
    long[] c = Data.counts(data);
    return new PairedCounts(0, c[1], c[2], c[0] - c[1] - c[2]);
  }

  @Test
  void agreesWithRInClusters() {
    for (FixtureRow row : References.of("clustered-r.tsv")) {
      double[][] data = Data.groups(row, "data");
      Observations differences = Observations.of(data[0]).inClusters(Data.codes(data[1]));
      String test = row.text("test");
      TestResult result =
          test.equals("paired_t_clustered")
              ? PairedT.test(differences)
              : MarginTest.ofMean(differences, hypothesis(test), row.number("margin"));
      assertThat(result.test()).isEqualTo(test);
      assertNear(result.statistic(), row.number("statistic"), 1e-10, row);
      assertNear(result.p(), row.number("p"), 1e-10, row);
    }
  }
}

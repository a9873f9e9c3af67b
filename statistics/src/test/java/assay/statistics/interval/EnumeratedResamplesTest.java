package assay.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.References;
import assay.statistics.diagnostic.CaseBootstrap;
import assay.statistics.diagnostic.Cases;
import assay.statistics.diagnostic.RocCurve;
import assay.statistics.multiplicity.MaxTIntervals;
import assay.statistics.resampling.BootstrapPlan;
import assay.testkit.FixtureRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drawn resamples of few units against all of them, which NumPy went through. */
class EnumeratedResamplesTest {

  private static final BootstrapPlan PLAN = new BootstrapPlan(200_000, 12, "all");
  private static final double ROUNDING = 1e-9;

  private static double[][] table(String text) {
    return Arrays.stream(text.split(";"))
        .map(row -> Arrays.stream(row.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  private static Observations clusters(String text) {
    List<Double> values = new ArrayList<>();
    List<Integer> codes = new ArrayList<>();
    double[][] groups = table(text);
    for (int g = 0; g < groups.length; g++) {
      for (double value : groups[g]) {
        values.add(value);
        codes.add(g);
      }
    }
    return Observations.of(values.stream().mapToDouble(v -> v).toArray())
        .inClusters(codes.stream().mapToInt(c -> c).toArray());
  }

  private static Interval interval(FixtureRow row) {
    double level = row.number("level");
    String data = row.text("data");
    return switch (row.text("what")) {
      case "bootstrap-t" ->
          new StudentisedBootstrapInterval(PLAN).interval(clusters(data), Range.UNBOUNDED, level);
      case "bootstrap-percentile" ->
          new PercentileBootstrapInterval(PLAN).interval(clusters(data), Range.UNBOUNDED, level);
      case "bootstrap-stratified" ->
          StratifiedBootstrapInterval.interval(
              Arrays.stream(data.split("/")).map(EnumeratedResamplesTest::clusters).toList(),
              row.numbers("extra"),
              Range.UNBOUNDED,
              level,
              PLAN);
      case "case-bootstrap" -> {
        double[] scores = table(data.split("/")[0])[0];
        double[] truths = table(data.split("/")[1])[0];
        boolean[] positive = new boolean[truths.length];
        for (int i = 0; i < positive.length; i++) {
          positive[i] = truths[i] == 1;
        }
        yield ((Estimate.Known)
                CaseBootstrap.of(
                    Cases.of(scores, positive), RocCurve::area, Range.UNIT, level, PLAN))
            .interval();
      }
      case "max-t" -> {
        String[] parts = data.split("/");
        yield MaxTIntervals.of(table(parts[0]), table(parts[1]), Range.UNBOUNDED, level, PLAN)
            .get(row.integer("extra"));
      }
      default -> fail("no interval is called " + row.text("what"));
    };
  }

  @Test
  void endsLieBetweenThoseOfAllResamples() {
    for (FixtureRow row : References.of("resampling-enumerated.tsv")) {
      Interval interval = interval(row);
      assertThat(interval.lower())
          .as("%s, lower", row)
          .isBetween(row.number("lower_least") - ROUNDING, row.number("lower_most") + ROUNDING);
      assertThat(interval.upper())
          .as("%s, upper", row)
          .isBetween(row.number("upper_least") - ROUNDING, row.number("upper_most") + ROUNDING);
    }
  }
}

package assay.statistics.variance;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import assay.statistics.Data;
import assay.statistics.Estimate;
import assay.statistics.References;
import assay.statistics.probability.CalibrationError;
import assay.statistics.probability.Forecasts;
import assay.statistics.probability.Reliability;
import assay.statistics.probability.RiskCoverage;
import assay.testkit.FixtureRow;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Repeats, noise and what confidence is worth, against statsmodels, pandas and NumPy. */
class RepeatReferenceTest {

  private static double[] known(Estimate estimate) {
    assertThat(estimate).isInstanceOf(Estimate.Known.class);
    Estimate.Known known = (Estimate.Known) estimate;
    return new double[] {known.value(), known.interval().lower(), known.interval().upper()};
  }

  private static int[][] codes(double[][] data) {
    return Arrays.stream(data).map(Data::codes).toArray(int[][]::new);
  }

  private static Forecasts forecasts(double[][] data) {
    boolean[] outcomes = new boolean[data[1].length];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = data[1][i] == 1;
    }
    return Forecasts.of(data[0], outcomes);
  }

  private static double[] values(String what, double[][] data, double parameter) {
    return switch (what) {
      case "epochs" -> {
        EpochVariance split = EpochVariance.of(data).orElseThrow();
        yield new double[] {split.mean(), split.item(), split.epoch()};
      }
      case "unanimous" -> known(RepeatConsistency.unanimous(codes(data), 0.95));
      case "pairwise" -> known(RepeatConsistency.pairwise(codes(data), 0.95));
      case "any-of-2" -> known(RepeatConsistency.anyOf(codes(data)[0], codes(data)[1], 2, 0.95));
      case "all-of-2" -> known(RepeatConsistency.allOf(codes(data)[0], codes(data)[1], 2, 0.95));
      case "signal" -> {
        SignalToNoise noise = SignalToNoise.of(data[0], data[1]).orElseThrow();
        yield new double[] {noise.signal(), noise.noise(), noise.reliability()};
      }
      case "equal-mass" -> {
        Reliability bins = Reliability.equalMass(forecasts(data), (int) parameter);
        yield new double[] {
          CalibrationError.expected(bins).orElseThrow(),
          CalibrationError.largest(bins).orElseThrow()
        };
      }
      case "risk" ->
          new double[] {RiskCoverage.of(forecasts(data)).riskAt(parameter).orElseThrow()};
      case "coverage" -> new double[] {RiskCoverage.of(forecasts(data)).coverageAt(parameter)};
      default -> fail("nothing is called " + what);
    };
  }

  @Test
  void agreesWithPython() {
    for (FixtureRow row : References.of("repeats-python.tsv")) {
      double[] values = values(row.text("what"), Data.groups(row, "data"), row.number("parameter"));
      String[] columns = {"value", "second", "third"};
      for (int k = 0; k < values.length; k++) {
        assertNear(values[k], row.number(columns[k]), 1e-10, row + " " + row.text("what"));
      }
    }
  }
}

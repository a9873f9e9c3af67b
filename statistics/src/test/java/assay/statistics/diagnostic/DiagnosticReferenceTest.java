package assay.statistics.diagnostic;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import assay.statistics.Data;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import org.junit.jupiter.api.Test;

/** Tables, areas and decisions with their intervals, against Python's statistics. */
class DiagnosticReferenceTest {

  private record Value(double value, Interval interval) {

    static Value of(Estimate estimate) {
      assertThat(estimate).isInstanceOf(Estimate.Known.class);
      Estimate.Known known = (Estimate.Known) estimate;
      return new Value(known.value(), known.interval());
    }

    static Value of(FourfoldTable.Ratio ratio) {
      return new Value(ratio.value(), ratio.interval());
    }
  }

  private static Value value(String what, double[][] data, double parameter, double level) {
    return data.length == 1
        ? ofTable(what, Data.counts(data[0]), parameter, level)
        : ofCases(what, data, parameter, level);
  }

  private static Value ofTable(String what, long[] cells, double parameter, double level) {
    FourfoldTable table = new FourfoldTable(cells[0], cells[1], cells[2], cells[3]);
    return switch (what) {
      case "sensitivity" -> Value.of(table.sensitivity(level));
      case "specificity" -> Value.of(table.specificity(level));
      case "precision" -> Value.of(table.precision(level));
      case "negative-precision" -> Value.of(table.negativePrecision(level));
      case "youden" -> Value.of(table.youden(level));
      case "lr+" -> Value.of(table.positiveLikelihoodRatio(level).orElseThrow());
      case "lr-" -> Value.of(table.negativeLikelihoodRatio(level).orElseThrow());
      case "ppv" -> Value.of(table.positivePredictiveValue(parameter, level));
      case "npv" -> Value.of(table.negativePredictiveValue(parameter, level));
      default -> fail("nothing of a table is called " + what);
    };
  }

  private static Value ofCases(String what, double[][] data, double parameter, double level) {
    boolean[] truth = new boolean[data[1].length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = data[1][i] == 1;
    }
    Cases cases = Cases.of(data[0], truth);
    if (what.equals("delong-difference")) {
      boolean[] positive = new boolean[data[2].length];
      for (int i = 0; i < positive.length; i++) {
        positive[i] = data[2][i] == 1;
      }
      Auroc.Comparison found =
          Auroc.compare(Cases.of(data[0], positive), Cases.of(data[1], positive), level);
      assertNear(found.test().p(), parameter, 1e-9, what);
      return Value.of(found.difference());
    }
    return switch (what) {
      case "auroc" -> Value.of(Auroc.of(cases, level));
      case "average-precision" -> Value.of(AveragePrecision.of(cases, level));
      case "net-benefit" -> Value.of(DecisionCurve.netBenefit(cases, parameter, level));
      case "net-benefit-all" -> Value.of(DecisionCurve.ofAll(cases, parameter, level));
      default -> fail("nothing of cases is called " + what);
    };
  }

  @Test
  void agreesWithPython() {
    for (FixtureRow row : References.of("diagnostic-python.tsv")) {
      String what = row.text("what");
      Value value =
          value(what, Data.groups(row, "data"), row.number("parameter"), row.number("level"));
      assertNear(value.value(), row.number("value"), 1e-11, row + " " + what);
      // Roots of a score are found to about 1e-11.
      assertNear(value.interval().lower(), row.number("lower"), 1e-9, row + " " + what);
      assertNear(value.interval().upper(), row.number("upper"), 1e-9, row + " " + what);
    }
  }
}

package assay.datasets.sample;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Tolerance;
import assay.core.data.Row;
import assay.datasets.definition.Template;
import assay.datasets.definition.ToleranceRule;
import assay.datasets.yaml.Nearest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers and tolerances out of a row. */
final class Numbers {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

  private Numbers() {}

  /** The number that a template gives, or null and a problem. */
  static @Nullable Double read(Template template, String what, Row row, ProblemReport problems) {
    String text = template.render(row.values()).strip();
    if (DECIMAL.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    }
    problems.add(
        RowProblems.at(
            row,
            null,
            Problem.of("the " + what + " is '" + RowProblems.abridged(text) + "'")
                .expected("a finite number in decimal notation, " + template)));
    return null;
  }

  /** The tolerance, or null and a problem. */
  static @Nullable Tolerance tolerance(ToleranceRule rule, Row row, ProblemReport problems) {
    return switch (rule) {
      case ToleranceRule.Exact exact -> new Tolerance.Exact();
      case ToleranceRule.Whole whole -> new Tolerance.RoundedToWhole();
      case ToleranceRule.Absolute absolute -> {
        Double margin = margin(absolute.margin(), row, problems);
        yield margin == null ? null : new Tolerance.Absolute(margin);
      }
      case ToleranceRule.Relative relative -> {
        Double share = margin(relative.share(), row, problems);
        yield share == null ? null : new Tolerance.Relative(share);
      }
      case ToleranceRule.Interval interval -> interval(interval, row, problems);
      case ToleranceRule.ByColumn byColumn -> byColumn(byColumn, row, problems);
    };
  }

  private static @Nullable Double margin(Template template, Row row, ProblemReport problems) {
    Double margin = read(template, "tolerance", row, problems);
    if (margin != null && margin < 0) {
      problems.add(
          RowProblems.at(
              row, null, Problem.of("the tolerance is " + margin).expected("a number from 0 up")));
      return null;
    }
    return margin;
  }

  private static @Nullable Tolerance interval(
      ToleranceRule.Interval rule, Row row, ProblemReport problems) {
    Double lower = read(rule.lower(), "lower limit", row, problems);
    Double upper = read(rule.upper(), "upper limit", row, problems);
    if (lower == null || upper == null) {
      return null;
    }
    if (lower > upper) {
      problems.add(
          RowProblems.at(
              row,
              null,
              Problem.of("the limits are " + lower + " and " + upper)
                  .expected("the lower one first")));
      return null;
    }
    return new Tolerance.Interval(lower, upper);
  }

  private static @Nullable Tolerance byColumn(
      ToleranceRule.ByColumn rule, Row row, ProblemReport problems) {
    String value = rule.from().in(row.values()).asText().strip();
    ToleranceRule chosen = rule.map().getOrDefault(value, rule.otherwise());
    if (chosen == null) {
      problems.add(
          RowProblems.at(
              row,
              rule.from().toString(),
              Problem.of(
                      "no tolerance is given for the value '" + RowProblems.abridged(value) + "'")
                  .expected(Nearest.phrase(value, rule.map().keySet(), 20))));
      return null;
    }
    return tolerance(chosen, row, problems);
  }
}

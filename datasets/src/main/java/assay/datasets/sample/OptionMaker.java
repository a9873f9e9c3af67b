package assay.datasets.sample;

import assay.core.Option;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Row;
import assay.core.data.Value;
import assay.datasets.definition.OptionsRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the options of a row. What a record lacks (null, NaN, an empty cell) is no option. */
final class OptionMaker {

  private static final int LETTERS = 26;

  private final @Nullable OptionsRule rule;

  OptionMaker(@Nullable OptionsRule rule) {
    this.rule = rule;
  }

  List<Option> make(Row row, ProblemReport problems) {
    return switch (rule) {
      case null -> List.of();
      case OptionsRule.Fixed fixed -> fixed.options();
      case OptionsRule.Columns columns -> ofColumns(columns, row);
      case OptionsRule.FromColumn column -> ofColumn(column, row, problems);
    };
  }

  private static List<Option> ofColumns(OptionsRule.Columns columns, Row row) {
    List<Option> options = new ArrayList<>();
    columns
        .columns()
        .forEach(
            (key, column) -> {
              Value value = column.in(row.values());
              if (!lacks(value) && !value.asText().isBlank()) {
                options.add(new Option(key, value.asText()));
              }
            });
    return options;
  }

  private static List<Option> ofColumn(
      OptionsRule.FromColumn column, Row row, ProblemReport problems) {
    Value value = column.from().in(row.values());
    String field = column.from().toString();
    List<Option> options = new ArrayList<>();
    switch (value) {
      case Value.Absent absent -> {}
      case Value.Fields fields -> {
        for (Map.Entry<String, Value> entry : fields.fields().entrySet()) {
          if (entry.getKey().isBlank()) {
            problems.add(RowProblems.at(row, field, Problem.of("an option's key is blank")));
          } else if (!lacks(entry.getValue())) {
            options.add(new Option(entry.getKey(), entry.getValue().asText()));
          }
        }
      }
      case Value.Items items -> {
        for (Value item : items.items()) {
          if (!lacks(item)) {
            options.add(new Option(letter(options.size()), item.asText()));
          }
        }
      }
      case Value.Text text -> problems.add(noOptions(row, field, text));
      case Value.Number number -> problems.add(noOptions(row, field, number));
      case Value.Bool bool -> problems.add(noOptions(row, field, bool));
      case Value.Bytes bytes -> problems.add(noOptions(row, field, bytes));
    }
    return options;
  }

  private static Problem noOptions(Row row, String field, Value value) {
    return RowProblems.at(
        row,
        field,
        Problem.of("options are '" + RowProblems.abridged(value.asText()) + "'")
            .expected("a map from key to text, or a list")
            .remedy(
                "declare the column's type under 'columns', map<string> or list<string>, if it is"
                    + " one written as text"));
  }

  /** Whether the value is nothing, or the NaN that table programs write for nothing. */
  private static boolean lacks(Value value) {
    return value.isAbsent()
        || (value instanceof Value.Number number && Double.isNaN(number.toDouble()));
  }

  /** A, B, … Z, AA, AB, … */
  static String letter(int position) {
    String letter = String.valueOf((char) ('A' + position % LETTERS));
    return position < LETTERS ? letter : letter(position / LETTERS - 1) + letter;
  }

  /** Reports keys that stand twice. */
  static void checkKeys(List<Option> options, Row row, ProblemReport problems) {
    Set<String> keys = new HashSet<>();
    for (Option option : options) {
      if (!keys.add(option.key())) {
        problems.add(
            RowProblems.at(
                row, null, Problem.of("two options have the key '" + option.key() + "'")));
      }
    }
  }
}

package assay.datasets.sample;

import assay.core.Option;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Target;
import assay.core.data.Row;
import assay.datasets.definition.TargetRule;
import assay.datasets.definition.TextsRule;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the target of a row by one rule; a target that is not valid is a problem, and null. */
final class TargetMaker {

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");

  private final TargetRule rule;
  private final List<DateTimeFormatter> formats;

  TargetMaker(TargetRule rule) {
    this.rule = rule;
    this.formats =
        rule instanceof TargetRule.Date date
            ? date.formats().stream().map(TargetMaker::formatter).toList()
            : List.of();
  }

  /** Strict: the 30th of February is no day. Months' names are English. */
  private static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .appendPattern(pattern)
        .parseDefaulting(ChronoField.ERA, 1)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The target, or null where the row has no valid one. */
  @Nullable Target make(Row row, List<Option> options, ProblemReport problems) {
    return switch (rule) {
      case TargetRule.ChoiceByKeys keys -> byKeys(keys, row, options, problems);
      case TargetRule.ChoiceByIndex index -> byIndex(index, row, options, problems);
      case TargetRule.ChoiceByText text -> byText(text, row, options, problems);
      case TargetRule.YesNo yesNo -> yesNo(yesNo, row, problems);
      case TargetRule.Text text -> text(text, row, problems);
      case TargetRule.Number number -> number(number, row, problems);
      case TargetRule.Date date -> date(date, row, problems);
      case TargetRule.Labels labels ->
          new Target.Labels(new TreeSet<>(Texts.of(labels.labels(), row, problems)));
      case TargetRule.LabelColumns columns -> labels(columns, row, problems);
    };
  }

  /** Whether the row has no gold answer; a set of labels may be empty, which is one. */
  boolean isBlank(Row row) {
    return switch (rule) {
      case TargetRule.ChoiceByKeys keys -> isBlank(keys.keys(), row);
      case TargetRule.Text text -> isBlank(text.references(), row);
      case TargetRule.Labels labels -> false;
      case TargetRule.LabelColumns columns -> false;
      case TargetRule.ChoiceByIndex index -> raw(row).isBlank();
      case TargetRule.ChoiceByText text -> raw(row).isBlank();
      case TargetRule.YesNo yesNo -> raw(row).isBlank();
      case TargetRule.Number number -> raw(row).isBlank();
      case TargetRule.Date date -> raw(row).isBlank();
    };
  }

  private static boolean isBlank(TextsRule rule, Row row) {
    return Texts.of(rule, row, new ProblemReport()).isEmpty();
  }

  /** The gold answer as the file has it, to be compared as text. */
  String raw(Row row) {
    return switch (rule) {
      case TargetRule.ChoiceByKeys keys -> Texts.raw(keys.keys(), row);
      case TargetRule.ChoiceByIndex index -> index.index().render(row.values());
      case TargetRule.ChoiceByText text -> text.text().render(row.values());
      case TargetRule.YesNo yesNo -> yesNo.answer().render(row.values());
      case TargetRule.Text text -> Texts.raw(text.references(), row);
      case TargetRule.Number number -> number.value().render(row.values());
      case TargetRule.Date date -> date.day().render(row.values());
      case TargetRule.Labels labels -> Texts.raw(labels.labels(), row);
      case TargetRule.LabelColumns columns ->
          String.join(
              " ",
              columns.columns().values().stream()
                  .map(column -> column.in(row.values()).asText())
                  .toList());
    };
  }

  private static @Nullable Target byKeys(
      TargetRule.ChoiceByKeys rule, Row row, List<Option> options, ProblemReport problems) {
    List<String> keys = Texts.of(rule.keys(), row, problems);
    List<String> known = options.stream().map(Option::key).toList();
    boolean valid = !keys.isEmpty();
    if (keys.isEmpty()) {
      problems.add(RowProblems.at(row, null, Problem.of("there is no right option")));
    }
    for (String key : keys) {
      if (!known.contains(key)) {
        problems.add(
            RowProblems.at(
                row,
                null,
                Problem.of("the right option is '" + RowProblems.abridged(key) + "', which is none")
                    .expected(oneOf(known))));
        valid = false;
      }
    }
    return valid ? new Target.Choice(new TreeSet<>(keys)) : null;
  }

  private static @Nullable Target byIndex(
      TargetRule.ChoiceByIndex rule, Row row, List<Option> options, ProblemReport problems) {
    String text = rule.index().render(row.values()).strip();
    if (WHOLE.matcher(text).matches()) {
      int at = Integer.parseInt(text) - rule.base();
      if (at >= 0 && at < options.size()) {
        return Target.Choice.of(options.get(at).key());
      }
    }
    problems.add(
        RowProblems.at(
            row,
            null,
            Problem.of("the right option's number is '" + RowProblems.abridged(text) + "'")
                .expected(
                    "a whole number from "
                        + rule.base()
                        + " to "
                        + (options.size() - 1 + rule.base()))));
    return null;
  }

  private static @Nullable Target byText(
      TargetRule.ChoiceByText rule, Row row, List<Option> options, ProblemReport problems) {
    String text = rule.text().render(row.values()).strip();
    List<Option> same = options.stream().filter(o -> o.text().strip().equals(text)).toList();
    if (same.size() == 1) {
      return Target.Choice.of(same.getFirst().key());
    }
    problems.add(
        RowProblems.at(
            row,
            null,
            Problem.of(
                    "the right text '"
                        + RowProblems.abridged(text)
                        + "' is that of "
                        + (same.isEmpty() ? "no option" : same.size() + " options"))
                .expected("the text of one option")));
    return null;
  }

  private static @Nullable Target yesNo(TargetRule.YesNo rule, Row row, ProblemReport problems) {
    String text = rule.answer().render(row.values());
    Optional<Boolean> yes = truth(text, rule.yes(), rule.no());
    if (yes.isPresent()) {
      return new Target.YesNo(yes.get());
    }
    problems.add(
        RowProblems.at(
            row,
            null,
            Problem.of("the right answer is '" + RowProblems.abridged(text) + "'")
                .expected("one of " + rule.yes() + " for yes or " + rule.no() + " for no")));
    return null;
  }

  private static Optional<Boolean> truth(String text, List<String> yes, List<String> no) {
    String word = text.strip();
    if (yes.stream().anyMatch(word::equalsIgnoreCase)) {
      return Optional.of(true);
    }
    return no.stream().anyMatch(word::equalsIgnoreCase) ? Optional.of(false) : Optional.empty();
  }

  private static @Nullable Target text(TargetRule.Text rule, Row row, ProblemReport problems) {
    List<String> references = Texts.of(rule.references(), row, problems);
    if (references.isEmpty()) {
      problems.add(RowProblems.at(row, null, Problem.of("there is no right text")));
      return null;
    }
    return new Target.Text(references);
  }

  private static @Nullable Target number(TargetRule.Number rule, Row row, ProblemReport problems) {
    Double value = Numbers.read(rule.value(), "gold value", row, problems);
    String unit = rule.unit() == null ? "" : rule.unit().render(row.values()).strip();
    var tolerance = Numbers.tolerance(rule.tolerance(), row, problems);
    if (value == null || tolerance == null) {
      return null;
    }
    return new Target.Number(value, unit.isEmpty() ? null : unit, tolerance);
  }

  private @Nullable Target date(TargetRule.Date rule, Row row, ProblemReport problems) {
    String text = rule.day().render(row.values()).strip();
    for (DateTimeFormatter format : formats) {
      try {
        return new Target.Date(LocalDate.parse(text, format));
      } catch (DateTimeParseException e) {
        // another format may fit; told below where none does
      }
    }
    problems.add(
        RowProblems.at(
            row,
            null,
            Problem.of("the right day is '" + RowProblems.abridged(text) + "'")
                .expected("a day written as " + String.join(" or ", rule.formats()))));
    return null;
  }

  private static @Nullable Target labels(
      TargetRule.LabelColumns rule, Row row, ProblemReport problems) {
    SortedSet<String> labels = new TreeSet<>();
    boolean valid = true;
    for (var entry : rule.columns().entrySet()) {
      String text = entry.getValue().in(row.values()).asText();
      Optional<Boolean> holds = truth(text, rule.yes(), rule.no());
      if (holds.isEmpty()) {
        problems.add(
            RowProblems.at(
                row,
                entry.getValue().toString(),
                Problem.of("label '" + entry.getKey() + "' is '" + RowProblems.abridged(text) + "'")
                    .expected("one of " + rule.yes() + " or " + rule.no())));
        valid = false;
      } else if (holds.get()) {
        labels.add(entry.getKey());
      }
    }
    return valid ? new Target.Labels(labels) : null;
  }

  private static String oneOf(List<String> keys) {
    return keys.isEmpty() ? "options; the row has none" : "one of " + String.join(", ", keys);
  }
}

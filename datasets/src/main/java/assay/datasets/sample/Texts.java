package assay.datasets.sample;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Row;
import assay.core.data.Value;
import assay.datasets.definition.Lookup;
import assay.datasets.definition.TextsRule;
import assay.datasets.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes texts out of a row by a rule. */
final class Texts {

  private Texts() {}

  /** The texts, outer blanks off and blank ones left out. */
  static List<String> of(TextsRule rule, Row row, ProblemReport problems) {
    return switch (rule) {
      case TextsRule.Templates templates ->
          templates.templates().stream()
              .map(template -> template.render(row.values()).strip())
              .filter(text -> !text.isEmpty())
              .toList();
      case TextsRule.FromColumn column -> of(column.lookup(), row, problems);
    };
  }

  /** The texts of a column. */
  static List<String> of(Lookup lookup, Row row, ProblemReport problems) {
    List<String> texts = new ArrayList<>();
    for (String part : parts(lookup, row)) {
      String mapped = mapped(lookup, part.strip(), row, problems);
      if (mapped != null && !mapped.isEmpty()) {
        texts.add(mapped);
      }
    }
    return texts;
  }

  /** The text as it stands in the file, for comparison: of a list, its notation. */
  static String raw(TextsRule rule, Row row) {
    return switch (rule) {
      case TextsRule.Templates templates ->
          String.join(
              " ",
              templates.templates().stream()
                  .map(template -> template.render(row.values()))
                  .toList());
      case TextsRule.FromColumn column -> column.lookup().from().in(row.values()).asText();
    };
  }

  private static List<String> parts(Lookup lookup, Row row) {
    Value value = lookup.from().in(row.values());
    if (value instanceof Value.Items items) {
      return items.items().stream().filter(item -> !item.isAbsent()).map(Value::asText).toList();
    }
    String text = value.asText();
    if (lookup.separator() == null) {
      return List.of(text);
    }
    if (lookup.separator().isEmpty()) {
      return text.codePoints().mapToObj(Character::toString).toList();
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(lookup.separator());
        at >= 0;
        at = text.indexOf(lookup.separator(), from)) {
      parts.add(text.substring(from, at));
      from = at + lookup.separator().length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static @Nullable String mapped(
      Lookup lookup, String part, Row row, ProblemReport problems) {
    if (lookup.map().isEmpty()) {
      return part;
    }
    String text = lookup.map().get(part);
    if (text != null) {
      return text;
    }
    if (lookup.otherwise() != null) {
      return lookup.otherwise();
    }
    problems.add(
        RowProblems.at(
            row,
            lookup.from().toString(),
            Problem.of("value '" + RowProblems.abridged(part) + "' is not in the map")
                .expected(Nearest.phrase(part, lookup.map().keySet(), 20))));
    return null;
  }
}

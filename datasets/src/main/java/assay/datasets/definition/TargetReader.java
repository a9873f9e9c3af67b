package assay.datasets.definition;

import assay.core.AnswerKind;
import assay.core.data.FieldPath;
import assay.datasets.yaml.Section;
import assay.datasets.yaml.YamlNode;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code target} of a sample. */
final class TargetReader {

  private static final List<String> YES = List.of("yes", "true", "1");
  private static final List<String> NO = List.of("no", "false", "0");

  private final Section sample;
  private final KindRule kind;

  TargetReader(Section sample, KindRule kind) {
    this.sample = sample;
    this.kind = kind;
  }

  /** The rules by kind, one for each kind that a sample can have. */
  SequencedMap<AnswerKind, TargetRule> read() {
    SequencedMap<AnswerKind, TargetRule> rules = new LinkedHashMap<>();
    Section target = sample.requiredSection("target");
    if (target != null) {
      switch (kind) {
        case KindRule.Constant constant -> put(rules, constant.kind(), target);
        case KindRule.ByColumn several -> byKind(rules, target, several.kinds());
      }
    }
    return rules;
  }

  private static void byKind(
      SequencedMap<AnswerKind, TargetRule> rules, Section target, Set<AnswerKind> kinds) {
    for (AnswerKind kind : kinds) {
      Section inner = target.requiredSection(kind.id());
      if (inner != null) {
        put(rules, kind, inner);
      }
    }
    target.finish();
  }

  private static void put(
      SequencedMap<AnswerKind, TargetRule> rules, AnswerKind kind, Section section) {
    TargetRule rule =
        switch (kind) {
          case CHOICE -> choice(section);
          case YES_NO -> yesNo(section);
          case TEXT -> text(section);
          case NUMBER -> number(section);
          case DATE -> date(section);
          case LABELS -> labels(section);
        };
    section.finish();
    if (rule != null) {
      rules.put(kind, rule);
    }
  }

  private static @Nullable TargetRule choice(Section section) {
    Template key = CommonValues.template(section, "key");
    TextsRule keys = CommonValues.texts(section, "keys");
    Template index = CommonValues.template(section, "index");
    Long base = section.whole("base", 0);
    Template text = CommonValues.template(section, "text");
    long given =
        section.keys().stream().filter(List.of("key", "keys", "index", "text")::contains).count();
    if (given != 1) {
      section.problem(
          given == 0 ? "it is not said which option is right" : "several keys say what is right",
          "one of 'key', 'keys', 'index' and 'text'");
      return null;
    }
    if (base != null && (base > 1 || index == null)) {
      section.problem("base", "is " + base, "0 or 1, beside 'index' only");
      return null;
    }
    if (key != null) {
      return new TargetRule.ChoiceByKeys(new TextsRule.Templates(List.of(key)));
    } else if (keys != null) {
      return new TargetRule.ChoiceByKeys(keys);
    } else if (index != null) {
      return new TargetRule.ChoiceByIndex(index, base == null ? 0 : base.intValue());
    }
    return text == null ? null : new TargetRule.ChoiceByText(text);
  }

  private static TargetRule yesNo(Section section) {
    Template answer = CommonValues.requiredTemplate(section, "answer");
    return new TargetRule.YesNo(answer, words(section, "yes", YES), words(section, "no", NO));
  }

  private static List<String> words(Section section, String key, List<String> byDefault) {
    List<String> words = section.words(key);
    if (section.has(key) && words.stream().allMatch(String::isBlank)) {
      section.problem(key, "names no word", "a word or a list of words");
    }
    return section.has(key) ? words : byDefault;
  }

  private static @Nullable TargetRule text(Section section) {
    Template text = CommonValues.template(section, "text");
    TextsRule texts = CommonValues.texts(section, "texts");
    if (section.has("text") == section.has("texts")) {
      section.problem(
          "it is not clear what the right texts are",
          "one of 'text' (a template) and 'texts' (several, or a column)");
      return null;
    }
    if (text != null) {
      return new TargetRule.Text(new TextsRule.Templates(List.of(text)));
    }
    return texts == null ? null : new TargetRule.Text(texts);
  }

  private static TargetRule number(Section section) {
    ToleranceRule tolerance = new ToleranceRule.Exact();
    if (section.has("tolerance")) {
      YamlNode node = section.node("tolerance");
      ToleranceRule given = node == null ? null : tolerance(section, "tolerance", node, true);
      tolerance = given == null ? tolerance : given;
    }
    return new TargetRule.Number(
        CommonValues.requiredTemplate(section, "value"),
        CommonValues.template(section, "unit"),
        tolerance);
  }

  private static @Nullable ToleranceRule tolerance(
      Section parent, String key, YamlNode node, boolean mayBranch) {
    if (node instanceof YamlNode.Scalar(int line, YamlNode.ScalarType type, String word)) {
      return switch (word) {
        case "exact" -> new ToleranceRule.Exact();
        case "whole" -> new ToleranceRule.Whole();
        default -> {
          parent.problem(
              key,
              "is '" + word + "'",
              "exact, whole, {absolute: …}, {relative: …}, {interval: [lower, upper]}");
          yield null;
        }
      };
    }
    Section section = parent.section(key, node);
    if (section == null) {
      return null;
    }
    ToleranceRule rule = null;
    if (section.has("from") && mayBranch) {
      rule = byColumn(section);
    } else {
      rule = single(section);
    }
    section.finish();
    return rule;
  }

  private static ToleranceRule byColumn(Section section) {
    FieldPath from = CommonValues.requiredPath(section, "from");
    SequencedMap<String, ToleranceRule> map = new LinkedHashMap<>();
    Section inner = section.requiredSection("map");
    if (inner != null) {
      for (String value : inner.keys()) {
        YamlNode node = inner.node(value);
        ToleranceRule rule = node == null ? null : tolerance(inner, value, node, false);
        if (rule != null) {
          map.put(value, rule);
        }
      }
    }
    YamlNode node = section.node("default");
    return new ToleranceRule.ByColumn(
        from, map, node == null ? null : tolerance(section, "default", node, false));
  }

  private static @Nullable ToleranceRule single(Section section) {
    Template absolute = CommonValues.template(section, "absolute");
    Template relative = CommonValues.template(section, "relative");
    TextsRule interval = CommonValues.texts(section, "interval");
    if (section.keys().size() != 1) {
      section.problem(
          "it is not clear what is tolerated",
          "one of 'absolute', 'relative' and 'interval: [lower, upper]'");
      return null;
    }
    if (absolute != null) {
      return new ToleranceRule.Absolute(absolute);
    } else if (relative != null) {
      return new ToleranceRule.Relative(relative);
    } else if (interval instanceof TextsRule.Templates limits && limits.templates().size() == 2) {
      return new ToleranceRule.Interval(limits.templates().get(0), limits.templates().get(1));
    } else if (section.has("interval")) {
      section.problem("interval", "has not two limits", "[lower, upper]");
    }
    return null;
  }

  private static TargetRule date(Section section) {
    List<String> formats = section.texts("format");
    for (String format : formats) {
      try {
        new DateTimeFormatterBuilder().appendPattern(format);
      } catch (IllegalArgumentException e) {
        section.problem(
            "format", "'" + format + "' is no pattern: " + e.getMessage(), "such as MM/dd/uuuu");
      }
    }
    return new TargetRule.Date(
        CommonValues.requiredTemplate(section, "date"),
        formats.isEmpty() ? List.of("uuuu-MM-dd") : formats);
  }

  private static @Nullable TargetRule labels(Section section) {
    TextsRule labels = CommonValues.texts(section, "labels");
    SequencedMap<String, FieldPath> columns = CommonValues.columns(section, "columns");
    List<String> yes = words(section, "yes", YES);
    List<String> no = words(section, "no", NO);
    if (section.has("labels") == section.has("columns")) {
      section.problem("it is not clear where labels come from", "one of 'labels' and 'columns'");
      return null;
    }
    if (labels != null) {
      return new TargetRule.Labels(labels);
    }
    return new TargetRule.LabelColumns(columns, yes, no);
  }
}

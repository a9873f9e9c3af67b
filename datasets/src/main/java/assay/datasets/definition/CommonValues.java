package assay.datasets.definition;

import assay.core.AnswerKind;
import assay.core.data.FieldPath;
import assay.datasets.yaml.Nearest;
import assay.datasets.yaml.Section;
import assay.datasets.yaml.YamlNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values that many keys share: templates, field paths, look-ups, kinds of answer. */
final class CommonValues {

  private static final Template NOTHING = Template.parse("");
  private static final FieldPath NOWHERE = FieldPath.parse("missing");

  private CommonValues() {}

  /** A template, or null where the key is not there; a number stands for its literal. */
  static @Nullable Template template(Section section, String key) {
    String text = section.word(key);
    return text == null ? null : parsed(section, key, text, Template::parse, NOTHING);
  }

  /** A template that must be there. */
  static Template requiredTemplate(Section section, String key) {
    Template template = section.require(key) ? template(section, key) : null;
    if (template != null && template.toString().isBlank()) {
      section.problem(key, "is blank", "a text, with names of columns in braces");
    }
    return template == null ? NOTHING : template;
  }

  /** A path into a record, or null where the key is not there. */
  static @Nullable FieldPath path(Section section, String key) {
    String text = section.text(key);
    return text == null ? null : parsed(section, key, text, FieldPath::parse, NOWHERE);
  }

  /** A path that must be there. */
  static FieldPath requiredPath(Section section, String key) {
    FieldPath path = section.require(key) ? path(section, key) : null;
    return path == null ? NOWHERE : path;
  }

  /** What a text means; a problem, and a stand-in, where it means nothing. */
  static <T> T parsed(
      Section section, String key, String text, Function<String, T> parser, T standIn) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      section.problem(key, "cannot be read: " + e.getMessage(), "names of columns in braces");
      return standIn;
    }
  }

  /** Templates or a look-up in a column; null where the key is not there. */
  static @Nullable TextsRule texts(Section section, String key) {
    YamlNode node = section.node(key);
    if (node == null) {
      return null;
    }
    if (node instanceof YamlNode.Mapping) {
      Section inner = section.section(key);
      if (inner == null) {
        return null;
      }
      TextsRule rule = new TextsRule.FromColumn(lookup(inner));
      inner.finish();
      return rule;
    }
    List<Template> templates =
        section.words(key).stream()
            .map(text -> parsed(section, key, text, Template::parse, NOTHING))
            .toList();
    if (templates.isEmpty() || templates.stream().anyMatch(t -> t.toString().isBlank())) {
      section.problem(key, "is blank", "a text, with names of columns in braces");
    }
    return new TextsRule.Templates(templates);
  }

  /** A look-up, {@code {from: column, separator: ",", map: {…}, default: …}}. */
  static Lookup lookup(Section section) {
    return new Lookup(
        requiredPath(section, "from"),
        section.text("separator"),
        section.wordMap("map"),
        section.word("default"));
  }

  /** A path alone, or a look-up; null where the key is not there. */
  static @Nullable Lookup pathOrLookup(Section section, String key) {
    YamlNode node = section.node(key);
    if (node instanceof YamlNode.Mapping) {
      Section inner = section.section(key);
      if (inner == null) {
        return null;
      }
      Lookup lookup =
          new Lookup(
              requiredPath(inner, "from"), null, inner.wordMap("map"), inner.word("default"));
      inner.finish();
      return lookup;
    }
    FieldPath path = path(section, key);
    return path == null ? null : new Lookup(path, null, new LinkedHashMap<>(), null);
  }

  /** A kind of answer by its name, or null and a problem. */
  static @Nullable AnswerKind kind(Section section, String key, String name) {
    AnswerKind kind = AnswerKind.byId(name).orElse(null);
    if (kind == null) {
      section.problem(
          key, "names the kind of answer '" + name + "'", Nearest.phrase(name, kindIds(), 10));
    }
    return kind;
  }

  /** The names of all kinds of answer. */
  static List<String> kindIds() {
    return Arrays.stream(AnswerKind.values()).map(AnswerKind::id).toList();
  }

  /** Columns by name: a list of columns, named as they are, or a map from name to column. */
  static SequencedMap<String, FieldPath> columns(Section section, String key) {
    SequencedMap<String, FieldPath> columns = new LinkedHashMap<>();
    YamlNode node = section.node(key);
    if (node instanceof YamlNode.Mapping) {
      section
          .wordMap(key)
          .forEach(
              (name, column) ->
                  columns.put(name, parsed(section, key, column, FieldPath::parse, NOWHERE)));
    } else {
      for (String column : section.words(key)) {
        columns.put(column, parsed(section, key, column, FieldPath::parse, NOWHERE));
      }
    }
    if (node != null && columns.isEmpty()) {
      section.problem(key, "names no column", "names of columns");
    }
    return columns;
  }
}

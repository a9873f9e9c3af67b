package assay.datasets.definition;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.data.FieldPath;
import assay.datasets.yaml.Section;
import assay.datasets.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code sample}. */
final class SampleReader {

  private static final Pattern LETTERS = Pattern.compile("[A-Z]-[A-Z]");

  private final Section section;

  SampleReader(Section section) {
    this.section = section;
  }

  SampleRule read() {
    KindRule kind = kind();
    OptionsRule options = options();
    SampleRule rule =
        new SampleRule(
            CommonValues.requiredTemplate(section, "id"),
            kind,
            CommonValues.requiredTemplate(section, "question"),
            CommonValues.texts(section, "language"),
            options,
            media(),
            new TargetReader(section, kind).read(),
            Boolean.TRUE.equals(section.flag("optional-target")),
            tags(),
            clusters(),
            links());
    if (kind.kinds().contains(AnswerKind.CHOICE) && options == null && !section.has("options")) {
      section.problem("questions of the kind choice have no options", "a key 'options'");
    }
    section.finish();
    return rule;
  }

  private KindRule kind() {
    KindRule standIn = new KindRule.Constant(AnswerKind.TEXT);
    if (!section.require("kind")) {
      return standIn;
    }
    if (!(section.node("kind") instanceof YamlNode.Mapping)) {
      String name = section.requiredText("kind");
      AnswerKind kind = name.isBlank() ? null : CommonValues.kind(section, "kind", name);
      return kind == null ? standIn : new KindRule.Constant(kind);
    }
    Section inner = section.section("kind");
    if (inner == null) {
      return standIn;
    }
    SequencedMap<String, AnswerKind> map = new LinkedHashMap<>();
    FieldPath from = CommonValues.requiredPath(inner, "from");
    inner.require("map");
    for (Map.Entry<String, String> entry : inner.wordMap("map").entrySet()) {
      AnswerKind kind = CommonValues.kind(inner, "map", entry.getValue());
      if (kind != null) {
        map.put(entry.getKey(), kind);
      }
    }
    String otherwise = inner.text("default");
    AnswerKind byDefault =
        otherwise == null ? null : CommonValues.kind(inner, "default", otherwise);
    inner.finish();
    return new KindRule.ByColumn(from, map, byDefault);
  }

  private @Nullable OptionsRule options() {
    Section inner = section.section("options");
    if (inner == null) {
      return null;
    }
    OptionsRule rule = null;
    Set<String> given = new LinkedHashSet<>(inner.keys());
    given.retainAll(List.of("from", "columns", "fixed"));
    if (given.size() != 1) {
      inner.problem(
          given.isEmpty()
              ? "it is not said where options come from"
              : "several keys say it: " + given,
          "one of 'from' (a column with a map or a list), 'columns' and 'fixed'");
    }
    FieldPath from = CommonValues.path(inner, "from");
    SequencedMap<String, FieldPath> columns = optionColumns(inner);
    SequencedMap<String, String> fixed = inner.wordMap("fixed");
    if (from != null) {
      rule = new OptionsRule.FromColumn(from);
    } else if (!columns.isEmpty()) {
      rule = new OptionsRule.Columns(columns);
    } else if (inner.has("fixed")) {
      if (fixed.isEmpty() || fixed.keySet().stream().anyMatch(String::isBlank)) {
        inner.problem("fixed", "has no option, or a blank key", "key: text");
      } else {
        rule =
            new OptionsRule.Fixed(
                fixed.entrySet().stream().map(e -> new Option(e.getKey(), e.getValue())).toList());
      }
    }
    inner.finish();
    return rule;
  }

  /** Columns by key; {@code A-E} stands for the columns A, B, C, D and E. */
  private static SequencedMap<String, FieldPath> optionColumns(Section inner) {
    SequencedMap<String, FieldPath> columns = CommonValues.columns(inner, "columns");
    String only = columns.size() == 1 ? columns.sequencedKeySet().getFirst() : "";
    if (!LETTERS.matcher(only).matches()) {
      return columns;
    }
    SequencedMap<String, FieldPath> letters = new LinkedHashMap<>();
    for (char letter = only.charAt(0); letter <= only.charAt(2); letter++) {
      letters.put(String.valueOf(letter), FieldPath.parse(String.valueOf(letter)));
    }
    if (letters.isEmpty()) {
      inner.problem("columns", "is '" + only + "'", "two letters in order, such as A-E");
    }
    return letters;
  }

  private List<MediaRule> media() {
    List<MediaRule> media = new ArrayList<>();
    YamlNode node = section.node("media");
    if (node instanceof YamlNode.Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        addMedia(media, "media[" + i + "]", list.items().get(i));
      }
    } else if (node != null) {
      addMedia(media, "media", node);
    }
    return media;
  }

  private void addMedia(List<MediaRule> media, String key, YamlNode node) {
    if (node instanceof YamlNode.Scalar(int line, YamlNode.ScalarType type, String path)
        && type == YamlNode.ScalarType.TEXT) {
      Template template =
          CommonValues.parsed(section, key, path, Template::parse, Template.parse(""));
      media.add(new MediaRule.File(template, false));
      return;
    }
    Section inner = section.section(key, node);
    if (inner == null) {
      return;
    }
    boolean optional = Boolean.TRUE.equals(inner.flag("optional"));
    Template path = CommonValues.template(inner, "path");
    FieldPath base64 = CommonValues.path(inner, "base64");
    FieldPath index = CommonValues.path(inner, "index");
    FieldPath struct = CommonValues.path(inner, "struct");
    FieldPath from = CommonValues.path(inner, "from");
    String separator = inner.text("separator");
    long ways = Stream.of(base64, struct, from).filter(p -> p != null).count();
    if (ways > 1
        || (ways == 0 && path == null)
        || (path != null && (base64 != null || struct != null))) {
      inner.problem(
          "it is not clear where the picture comes from",
          "one of 'path', 'from' (with or without 'path'), 'base64' and 'struct'");
    } else if (base64 != null) {
      media.add(new MediaRule.Base64(base64, index));
    } else if (struct != null) {
      media.add(new MediaRule.Struct(struct));
    } else if (from != null) {
      Template each = path == null ? Template.parse("{item}") : path;
      media.add(
          new MediaRule.Files(
              new Lookup(from, separator, new LinkedHashMap<>(), null), each, optional));
    } else if (path != null) {
      media.add(new MediaRule.File(path, optional));
    }
    refuse(inner, "index", index != null && base64 == null, "base64");
    refuse(inner, "separator", separator != null && from == null, "from");
    refuse(inner, "optional", inner.has("optional") && path == null && from == null, "path");
    inner.finish();
  }

  private static void refuse(Section section, String key, boolean wrong, String needs) {
    if (wrong) {
      section.problem(key, "means nothing here", "'" + key + "' beside '" + needs + "' only");
    }
  }

  private SequencedMap<String, TextsRule> tags() {
    SequencedMap<String, TextsRule> tags = new LinkedHashMap<>();
    Section inner = section.section("tags");
    if (inner != null) {
      for (String tag : inner.keys()) {
        TextsRule rule = CommonValues.texts(inner, tag);
        if (rule != null) {
          tags.put(tag, rule);
        }
      }
    }
    return tags;
  }

  private SequencedMap<String, Template> clusters() {
    SequencedMap<String, Template> clusters = new LinkedHashMap<>();
    Section inner = section.section("clusters");
    if (inner != null) {
      for (String level : inner.keys()) {
        clusters.put(level, CommonValues.requiredTemplate(inner, level));
      }
    }
    return clusters;
  }

  private List<SampleRule.LinkRule> links() {
    List<SampleRule.LinkRule> links = new ArrayList<>();
    Section inner = section.section("links");
    if (inner != null) {
      for (String type : inner.keys()) {
        if (CommonValues.texts(inner, type) instanceof TextsRule.Templates rule) {
          rule.templates().forEach(to -> links.add(new SampleRule.LinkRule(type, to)));
        } else {
          inner.problem(type, "is no template", "the other sample's id, with names in braces");
        }
      }
    }
    return links;
  }
}

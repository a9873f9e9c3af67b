package assay.datasets.definition;

import assay.core.ProblemReport;
import assay.core.data.FieldPath;
import assay.datasets.definition.RecordingRule.AskedPaths;
import assay.datasets.definition.RecordingRule.Check;
import assay.datasets.definition.RecordingRule.Duplicates;
import assay.datasets.definition.RecordingRule.Join;
import assay.datasets.definition.RecordingRule.UsagePaths;
import assay.datasets.format.Format;
import assay.datasets.yaml.Nearest;
import assay.datasets.yaml.Section;
import assay.datasets.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Reads an entry of {@code recordings}. */
final class RecordingReader {

  private final Section section;

  private RecordingReader(Section section) {
    this.section = section;
  }

  /** The rule of an entry of the definition. */
  static RecordingRule read(Section section, YamlNode.Mapping source) {
    return new RecordingReader(section).rule(source);
  }

  /**
   * The rule of an entry to which a command line adds settings.
   *
   * @param base the entry as written
   * @param settings key to value, {@code usage.prompt} for a key within a key
   * @param place what to call the command line in messages
   * @throws assay.core.AssayException if a setting is unknown or wrong
   */
  static RecordingRule read(
      YamlNode.Mapping base, SequencedMap<String, String> settings, String place) {
    YamlNode.Mapping merged = merged(base, settings);
    ProblemReport problems = new ProblemReport();
    Section section = Section.root(merged, place, problems);
    RecordingRule rule = new RecordingReader(section).rule(merged);
    problems.throwIfAny(assay.core.AssayException.Category.USAGE);
    return rule;
  }

  private static YamlNode.Mapping merged(
      YamlNode.Mapping source, SequencedMap<String, String> settings) {
    SequencedMap<String, YamlNode.Entry> entries = new LinkedHashMap<>(source.entries());
    if ("position".equals(settings.get("join"))) {
      entries.remove("id"); // a join by position has no use for the entry's keys
      entries.remove("matches");
    }
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String key = setting.getKey();
      int dot = key.indexOf('.');
      if (dot > 0) {
        String outer = key.substring(0, dot);
        put(
            entries,
            outer,
            merged(inner(entries.get(outer)), one(key.substring(dot + 1), setting)));
      } else {
        put(entries, key, value(key, setting.getValue()));
      }
    }
    return new YamlNode.Mapping(source.line(), entries);
  }

  private static YamlNode.Mapping inner(YamlNode.@Nullable Entry entry) {
    return entry != null && entry.value() instanceof YamlNode.Mapping mapping
        ? mapping
        : new YamlNode.Mapping(1, new LinkedHashMap<>());
  }

  private static SequencedMap<String, String> one(String key, Map.Entry<String, String> setting) {
    SequencedMap<String, String> map = new LinkedHashMap<>();
    map.put(key, setting.getValue());
    return map;
  }

  private static void put(
      SequencedMap<String, YamlNode.Entry> entries, String key, YamlNode value) {
    entries.put(key, new YamlNode.Entry(value.line(), value));
  }

  private static YamlNode value(String key, String text) {
    boolean flag = key.equals("partial") && (text.equals("true") || text.equals("false"));
    return new YamlNode.Scalar(
        1, flag ? YamlNode.ScalarType.BOOLEAN : YamlNode.ScalarType.TEXT, text);
  }

  private RecordingRule rule(YamlNode.Mapping source) {
    RecordingRule rule =
        new RecordingRule(
            patterns(),
            templates("split"),
            CommonValues.template(section, "subset"),
            CommonValues.requiredTemplate(section, "system"),
            choice("join", Join.values(), Join.ID),
            CommonValues.template(section, "id"),
            CommonValues.template(section, "matches"),
            CommonValues.path(section, "epoch"),
            CommonValues.requiredPath(section, "reply"),
            CommonValues.path(section, "error"),
            CommonValues.path(section, "reasoning"),
            CommonValues.path(section, "gold"),
            checks(),
            choice("duplicates", Duplicates.values(), Duplicates.ERROR),
            Boolean.TRUE.equals(section.flag("partial")),
            CommonValues.pathOrLookup(section, "reading"),
            CommonValues.pathOrLookup(section, "score"),
            usage(),
            asked(),
            format(),
            section.text("records"),
            section.text("sheet"),
            source);
    if (rule.join() == Join.POSITION && (rule.id() != null || rule.matches() != null)) {
      section.problem("join", "is position, and a key is named too", "join: id, or no 'id'");
    }
    if (rule.join() == Join.POSITION && rule.epoch() != null) {
      section.problem("join", "is position, and an epoch is named too", "join: id, or no 'epoch'");
    }
    section.finish();
    return rule;
  }

  private List<NamePattern> patterns() {
    List<NamePattern> patterns = new ArrayList<>();
    if (section.require("files")) {
      for (String text : section.texts("files")) {
        try {
          patterns.add(NamePattern.parse(text));
        } catch (IllegalArgumentException e) {
          section.problem("files", "cannot be read: " + e.getMessage(), "{model}-test.json");
        }
      }
      if (patterns.isEmpty()) {
        section.problem("files", "names no pattern", "a pattern such as {model}-test.json");
      }
    }
    return patterns;
  }

  private List<Template> templates(String key) {
    Template nothing = Template.parse("");
    return section.texts(key).stream()
        .map(text -> CommonValues.parsed(section, key, text, Template::parse, nothing))
        .toList();
  }

  private List<Check> checks() {
    return CommonValues.columns(section, "check").entrySet().stream()
        .map(entry -> new Check(FieldPath.parse(entry.getKey()), entry.getValue()))
        .toList();
  }

  private UsagePaths usage() {
    Section usage = section.section("usage");
    UsagePaths paths =
        new UsagePaths(
            inner(usage, "prompt"),
            inner(usage, "completion"),
            inner(usage, "reasoning"),
            inner(usage, "cached"),
            CommonValues.path(section, "cost"),
            CommonValues.path(section, "seconds"),
            CommonValues.path(section, "finish"),
            CommonValues.path(section, "model"));
    if (usage != null) {
      usage.finish();
    }
    return paths;
  }

  private AskedPaths asked() {
    Section asked = section.section("asked");
    AskedPaths paths =
        new AskedPaths(inner(asked, "prompt"), inner(asked, "images"), inner(asked, "settings"));
    if (asked != null) {
      asked.finish();
    }
    return paths;
  }

  private static @Nullable FieldPath inner(@Nullable Section usage, String key) {
    return usage == null ? null : CommonValues.path(usage, key);
  }

  private @Nullable Format format() {
    String name = section.text("format");
    if (name == null) {
      return null;
    }
    Format format = Format.byId(name).filter(f -> f.id().equals(name)).orElse(null);
    if (format == null) {
      List<String> known = Arrays.stream(Format.values()).map(Format::id).toList();
      section.problem("format", "is '" + name + "'", Nearest.phrase(name, known, 10));
    }
    return format;
  }

  private <E extends Enum<E>> E choice(String key, E[] values, E byDefault) {
    String word = section.text(key);
    if (word == null) {
      return byDefault;
    }
    List<String> known = new ArrayList<>();
    for (E value : values) {
      String name = value.name().toLowerCase(Locale.ROOT);
      known.add(name);
      if (name.equals(word)) {
        return value;
      }
    }
    section.problem(key, "is '" + word + "'", Nearest.phrase(word, known, 10));
    return Objects.requireNonNull(byDefault);
  }
}

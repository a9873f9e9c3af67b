package assay.datasets.definition;

import assay.datasets.format.ColumnType;
import assay.datasets.format.Format;
import assay.datasets.yaml.Nearest;
import assay.datasets.yaml.Section;
import assay.datasets.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the keys that say where rows come from. */
final class DataReader {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern TABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Section root;

  DataReader(Section root) {
    this.root = root;
  }

  DataRule read() {
    SequencedMap<String, List<FileRule>> splits = splits();
    return new DataRule(
        folder(),
        splits,
        tables(),
        columns(),
        rows(splits),
        subsets(splits),
        samples(root, splits));
  }

  private @Nullable String folder() {
    String folder = root.text("folder");
    if (folder != null) {
      checkRelative(root, "folder", folder);
    }
    return folder;
  }

  private SequencedMap<String, List<FileRule>> splits() {
    SequencedMap<String, List<FileRule>> splits = new LinkedHashMap<>();
    Section data = root.requiredSection("data");
    if (data == null) {
      return splits;
    }
    if (data.keys().isEmpty()) {
      data.problem("there is no split", "at least one, such as test: {path: …}");
    }
    for (String split : data.keys()) {
      checkName(data, split, NAME);
      List<FileRule> files = new ArrayList<>();
      YamlNode node = data.node(split);
      if (node instanceof YamlNode.Sequence list) {
        for (int i = 0; i < list.items().size(); i++) {
          addFile(files, data, split + "[" + i + "]", list.items().get(i));
        }
        if (files.isEmpty()) {
          data.problem(split, "names no file", "at least one file");
        }
      } else if (node != null) {
        addFile(files, data, split, node);
      }
      splits.put(split, files);
    }
    return splits;
  }

  private static void addFile(List<FileRule> files, Section parent, String key, YamlNode node) {
    FileRule file = file(parent, key, node);
    if (file != null) {
      files.add(file);
    }
  }

  /** A file: its path alone, or a map of what is to be known of it. */
  private static @Nullable FileRule file(Section parent, String key, YamlNode node) {
    if (node instanceof YamlNode.Scalar(int line, YamlNode.ScalarType type, String path)
        && type == YamlNode.ScalarType.TEXT) {
      return new FileRule(
          pathPattern(parent, key, path),
          format(parent, key, null, path),
          null,
          null,
          null,
          new LinkedHashMap<>(),
          line);
    }
    if (!(node instanceof YamlNode.Mapping)) {
      parent.wrongType(key, node, "a path or a map with the key 'path'");
      return null;
    }
    Section section = parent.section(key, node);
    if (section == null) {
      return null;
    }
    String path = section.requiredText("path");
    FileRule file =
        new FileRule(
            pathPattern(section, "path", path),
            format(section, "path", section.text("format"), path),
            section.text("records"),
            section.text("sheet"),
            section.whole("count", 0),
            sha256(section, path),
            section.line());
    section.finish();
    return file;
  }

  private static NamePattern pathPattern(Section section, String key, String path) {
    checkRelative(section, key, path);
    try {
      return NamePattern.parse(path.isBlank() ? "missing" : path);
    } catch (IllegalArgumentException e) {
      section.problem(key, "cannot be read: " + e.getMessage(), "a path with names in braces");
      return NamePattern.parse("missing");
    }
  }

  private static void checkRelative(Section section, String key, String path) {
    boolean leaves = Arrays.asList(path.split("[/\\\\]", -1)).contains("..");
    if (leaves || path.startsWith("/") || path.contains("\\") || path.matches("[A-Za-z]:.*")) {
      section.problem(
          key,
          "is '" + path + "', which may lie outside the data folder",
          "a path relative to the data folder, with forward slashes and without '..'");
    }
  }

  private static Format format(Section section, String key, @Nullable String name, String path) {
    List<String> known = Arrays.stream(Format.values()).map(Format::id).toList();
    if (name != null) {
      Format format = Format.byId(name).filter(f -> f.id().equals(name)).orElse(null);
      if (format == null) {
        section.problem("format", "is '" + name + "'", Nearest.phrase(name, known, 10));
        return Format.JSON;
      }
      return format;
    }
    Format format = Format.ofFileName(path).orElse(null);
    if (format == null) {
      if (!path.isBlank()) {
        section.problem(
            key,
            "is '" + path + "', whose ending tells no format",
            "a key 'format': " + String.join(", ", known));
      }
      return Format.JSON;
    }
    return format;
  }

  private static SequencedMap<String, String> sha256(Section section, String path) {
    SequencedMap<String, String> digests = new LinkedHashMap<>();
    if (section.node("sha256") instanceof YamlNode.Mapping) {
      digests.putAll(section.wordMap("sha256"));
    } else {
      String digest = section.text("sha256");
      if (digest != null) {
        digests.put(path, digest);
        if (path.contains("{")) {
          section.problem("sha256", "is one for a pattern of files", "a map from path to SHA-256");
        }
      }
    }
    digests.forEach(
        (file, digest) -> {
          if (!SHA256.matcher(digest).matches()) {
            section.problem(
                "sha256",
                "is '" + digest + "'",
                "64 hexadecimal digits in lower case, as sha256sum writes them");
          }
        });
    return digests;
  }

  private SequencedMap<String, FileRule> tables() {
    SequencedMap<String, FileRule> tables = new LinkedHashMap<>();
    Section section = root.section("tables");
    if (section != null) {
      for (String name : section.keys()) {
        checkName(section, name, TABLE);
        if (name.equals("data")) {
          section.problem(name, "is the name of the split's own rows", "another name");
        }
        YamlNode node = section.node(name);
        FileRule file = node == null ? null : file(section, name, node);
        if (file != null) {
          tables.put(name, file);
        }
      }
    }
    return tables;
  }

  private SequencedMap<String, ColumnType> columns() {
    SequencedMap<String, ColumnType> columns = new LinkedHashMap<>();
    Section section = root.section("columns");
    if (section != null) {
      for (String column : section.keys()) {
        String name = section.text(column);
        ColumnType type =
            name == null
                ? null
                : ColumnType.byId(name).filter(t -> t.id().equals(name)).orElse(null);
        if (type != null) {
          columns.put(column, type);
        } else if (name != null) {
          section.problem(
              column, "has the type '" + name + "'", Nearest.phrase(name, ColumnType.ids(), 20));
        }
      }
    }
    return columns;
  }

  private SequencedMap<String, String> rows(SequencedMap<String, List<FileRule>> splits) {
    SequencedMap<String, String> rows = new LinkedHashMap<>();
    YamlNode node = root.node("rows");
    if (node instanceof YamlNode.Mapping) {
      Section section = root.section("rows");
      if (section != null) {
        for (String split : section.keys()) {
          checkSplit(section, split, split, splits);
          rows.put(split, section.requiredText(split));
        }
      }
    } else if (node != null) {
      String sql = root.requiredText("rows");
      splits.keySet().forEach(split -> rows.put(split, sql));
    }
    return rows;
  }

  private SequencedMap<String, SubsetRule> subsets(SequencedMap<String, List<FileRule>> splits) {
    SequencedMap<String, SubsetRule> subsets = new LinkedHashMap<>();
    Section section = root.section("subsets");
    if (section == null) {
      return subsets;
    }
    if (section.keys().isEmpty()) {
      section.problem("there is no subset", "at least one, or no key 'subsets'");
    }
    for (String name : section.keys()) {
      checkName(section, name, NAME);
      Section subset = section.section(name);
      if (subset != null) {
        subsets.put(name, subset(subset, splits));
        subset.finish();
      }
    }
    return subsets;
  }

  private static SubsetRule subset(Section section, SequencedMap<String, List<FileRule>> splits) {
    SequencedMap<String, List<String>> where = new LinkedHashMap<>();
    Section columns = section.section("where");
    if (columns != null) {
      for (String column : columns.keys()) {
        List<String> values = columns.words(column);
        if (values.isEmpty()) {
          columns.problem(column, "names no value", "a value or a list of values");
        }
        where.put(column, values);
      }
    }
    boolean filters = section.has("where");
    String rows = section.has("rows") ? section.requiredText("rows") : section.text("rows");
    if (filters == section.has("rows")) {
      section.problem(
          filters ? "both 'where' and 'rows' are given" : "neither 'where' nor 'rows' is given",
          "one of 'where' (column: value) and 'rows' (SQL)");
    } else if (filters && where.isEmpty() && columns != null) {
      columns.problem("no column is named", "column: value");
    }
    return new SubsetRule(where, rows, samples(section, splits));
  }

  /** Expected samples: one number where there is one split, or a number a split. */
  private static SequencedMap<String, Long> samples(
      Section section, SequencedMap<String, List<FileRule>> splits) {
    SequencedMap<String, Long> samples = new LinkedHashMap<>();
    if (section.node("samples") instanceof YamlNode.Mapping) {
      Section counts = section.section("samples");
      if (counts != null) {
        for (String split : counts.keys()) {
          checkSplit(counts, split, split, splits);
          Long count = counts.whole(split, 0);
          if (count != null) {
            samples.put(split, count);
          }
        }
      }
    } else {
      Long count = section.whole("samples", 0);
      if (count != null) {
        splits.keySet().forEach(split -> samples.put(split, count));
        if (splits.size() > 1) {
          section.problem("samples", "is one for several splits", "a number for each split");
        }
      }
    }
    return samples;
  }

  private static void checkName(Section section, String name, Pattern allowed) {
    if (!allowed.matcher(name).matches()) {
      section.problem(
          name,
          "is no name that can be used",
          allowed == TABLE
              ? "a letter, then letters, digits and underscores"
              : "a letter or digit, then letters, digits, '.', '_' and '-'");
    }
  }

  static void checkSplit(
      Section section, String key, String split, SequencedMap<String, List<FileRule>> splits) {
    if (!splits.containsKey(split)) {
      section.problem(
          key, "names the split '" + split + "'", Nearest.phrase(split, splits.keySet(), 20));
    }
  }
}

package assay.datasets.yaml;

import assay.core.Problem;
import assay.core.ProblemReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One map of keys, being read. Each method takes a key's value and reports what is wrong with it;
 * {@link #finish()} reports the keys that nobody asked for. Nothing is thrown: a value that is
 * missing or wrong comes back as null, empty or blank, and the report is not empty then.
 */
public final class Section {

  private final YamlNode.Mapping node;
  private final String file;
  private final String path;
  private final ProblemReport problems;
  private final Set<String> known = new LinkedHashSet<>();

  private Section(YamlNode.Mapping node, String file, String path, ProblemReport problems) {
    this.node = node;
    this.file = file;
    this.path = path;
    this.problems = problems;
  }

  /** The section that is a whole document; an empty one, and a problem, where it is no map. */
  public static Section root(YamlNode node, String file, ProblemReport problems) {
    if (node instanceof YamlNode.Mapping mapping) {
      return new Section(mapping, file, "", problems);
    }
    problems.add(
        Problem.of("the document is " + node.described())
            .at(file, (long) node.line(), null)
            .expected("a map of keys"));
    return new Section(
        new YamlNode.Mapping(node.line(), new LinkedHashMap<>()), file, "", problems);
  }

  /** The section's path from the root, {@code sample.options}; empty at the root. */
  public String path() {
    return path;
  }

  /** The line at which the section begins. */
  public int line() {
    return node.line();
  }

  /** The keys that are there. */
  public Set<String> keys() {
    return node.entries().keySet();
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    return node.entries().containsKey(key);
  }

  /** The raw value of a key, or null where it is not there. */
  public @Nullable YamlNode node(String key) {
    known.add(key);
    YamlNode.Entry entry = node.entries().get(key);
    return entry == null ? null : entry.value();
  }

  /** A text, or null where the key is not there. Numbers and truth values are no texts. */
  public @Nullable String text(String key) {
    YamlNode value = node(key);
    return value == null ? null : text(key, value);
  }

  /** A text that must be there and not be blank. */
  public String requiredText(String key) {
    if (!require(key)) {
      return "";
    }
    String text = text(key);
    if (text != null && text.isBlank()) {
      problem(key, "is blank", "a text");
    }
    return text == null ? "" : text;
  }

  /** A text, or the literal of a number or truth value; null where the key is not there. */
  public @Nullable String word(String key) {
    YamlNode value = node(key);
    return value == null ? null : word(key, value);
  }

  /** One text or a list of texts; empty where the key is not there. */
  public List<String> texts(String key) {
    return list(key, false);
  }

  /** Like {@link #texts}, of {@link #word words}. */
  public List<String> words(String key) {
    return list(key, true);
  }

  private List<String> list(String key, boolean words) {
    YamlNode value = node(key);
    if (value == null) {
      return List.of();
    }
    List<YamlNode> items = value instanceof YamlNode.Sequence list ? list.items() : List.of(value);
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items) {
      String text = words ? word(key, item) : text(key, item);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A map from names to words; empty where the key is not there. */
  public SequencedMap<String, String> wordMap(String key) {
    SequencedMap<String, String> words = new LinkedHashMap<>();
    Section section = section(key);
    if (section != null) {
      for (String name : section.keys()) {
        String word = section.word(name);
        if (word != null) {
          words.put(name, word);
        }
      }
    }
    return words;
  }

  /** A whole number not below {@code least}, or null. */
  public @Nullable Long whole(String key, long least) {
    BigDecimal number = number(key);
    if (number == null) {
      return null;
    }
    try {
      long value = number.longValueExact();
      if (value >= least) {
        return value;
      }
    } catch (ArithmeticException e) {
      // no whole number: told below, with the same words as one that is too small
    }
    problem(key, "is " + number.toPlainString(), "a whole number not below " + least);
    return null;
  }

  /** A number, or null. */
  public @Nullable BigDecimal number(String key) {
    YamlNode value = node(key);
    if (value == null) {
      return null;
    }
    if (value instanceof YamlNode.Scalar(int line, YamlNode.ScalarType type, String text)
        && type == YamlNode.ScalarType.NUMBER) {
      try {
        return new BigDecimal(text.replace("_", ""));
      } catch (NumberFormatException e) {
        problem(key, "is " + text, "a number in decimal notation");
        return null;
      }
    }
    wrongType(key, value, "a number");
    return null;
  }

  /** True or false, or null. */
  public @Nullable Boolean flag(String key) {
    YamlNode value = node(key);
    if (value == null) {
      return null;
    }
    if (value instanceof YamlNode.Scalar(int line, YamlNode.ScalarType type, String text)
        && type == YamlNode.ScalarType.BOOLEAN) {
      return Boolean.valueOf(text);
    }
    wrongType(key, value, "true or false");
    return null;
  }

  /** The section behind a key, or null where it is not there or no section. */
  public @Nullable Section section(String key) {
    YamlNode value = node(key);
    return value == null ? null : section(key, value);
  }

  /** The section behind a key that must be there. */
  public @Nullable Section requiredSection(String key) {
    return require(key) ? section(key) : null;
  }

  /** The sections of a list, or the one section behind a key; empty where it is not there. */
  public List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    YamlNode value = node(key);
    if (value instanceof YamlNode.Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        Section section = section(key + "[" + i + "]", list.items().get(i));
        if (section != null) {
          sections.add(section);
        }
      }
    } else if (value != null) {
      wrongType(key, value, "a list");
    }
    return sections;
  }

  /** The section that a node is, or null and a problem where it is none. */
  public @Nullable Section section(String key, YamlNode value) {
    if (value instanceof YamlNode.Mapping mapping) {
      return new Section(mapping, file, sub(key), problems);
    }
    wrongType(key, value, "a map of keys");
    return null;
  }

  /** Whether the key is there; a problem where it is not. */
  public boolean require(String key) {
    known.add(key);
    if (has(key)) {
      return true;
    }
    add(
        Problem.of("key '" + key + "' is missing")
            .at(file, (long) node.line(), path.isEmpty() ? null : path)
            .expected("'" + key + "'"));
    return false;
  }

  /** Reports a fault of a key's value: {@code 'key' is blank}. */
  public void problem(String key, String what, String expected) {
    YamlNode.Entry entry = node.entries().get(key);
    int line = entry == null ? node.line() : entry.line();
    add(Problem.of("'" + key + "' " + what).at(file, (long) line, sub(key)).expected(expected));
  }

  /** Reports a fault of the section as a whole. */
  public void problem(String what, String expected) {
    String field = path.isEmpty() ? null : path;
    add(Problem.of(what).at(file, (long) node.line(), field).expected(expected));
  }

  /** Reports that a node behind a key is of the wrong type. */
  public void wrongType(String key, YamlNode value, String expected) {
    add(
        Problem.of("'" + key + "' is " + value.described())
            .at(file, (long) value.line(), sub(key))
            .expected(expected));
  }

  /** Reports every key that was never asked for, with the nearest that could be meant. */
  public void finish() {
    for (Map.Entry<String, YamlNode.Entry> entry : node.entries().entrySet()) {
      if (!known.contains(entry.getKey())) {
        add(
            Problem.of("unknown key '" + entry.getKey() + "'")
                .at(file, (long) entry.getValue().line(), sub(entry.getKey()))
                .expected(Nearest.phrase(entry.getKey(), known, 40)));
      }
    }
  }

  private void add(Problem problem) {
    problems.add(problem);
  }

  private @Nullable String text(String key, YamlNode value) {
    if (value instanceof YamlNode.Scalar(int line, YamlNode.ScalarType type, String text)
        && type == YamlNode.ScalarType.TEXT) {
      return text;
    }
    boolean quotable =
        value instanceof YamlNode.Scalar scalar && scalar.type() != YamlNode.ScalarType.NOTHING;
    wrongType(key, value, quotable ? "text: put it into quotes" : "text");
    return null;
  }

  private @Nullable String word(String key, YamlNode value) {
    if (value instanceof YamlNode.Scalar(int line, YamlNode.ScalarType type, String text)
        && type != YamlNode.ScalarType.NOTHING) {
      return text;
    }
    wrongType(key, value, "a word or a number");
    return null;
  }

  private String sub(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}

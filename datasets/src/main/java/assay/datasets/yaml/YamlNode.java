package assay.datasets.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A piece of a YAML document, and the line at which it begins. */
public sealed interface YamlNode {

  /** 1-based line. */
  int line();

  /** What the node is, for messages: {@code a list}, {@code a number}. */
  String described();

  /** How a scalar is written. */
  enum ScalarType {
    TEXT("text"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NOTHING("nothing");

    private final String described;

    ScalarType(String described) {
      this.described = described;
    }

    /** The type's name for messages. */
    public String described() {
      return described;
    }
  }

  /**
   * A single value.
   *
   * @param text as written, numbers by their literal
   */
  record Scalar(int line, ScalarType type, String text) implements YamlNode {
    @Override
    public String described() {
      return type.described();
    }
  }

  /** A list. */
  record Sequence(int line, List<YamlNode> items) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String described() {
      return "a list";
    }
  }

  /**
   * A value behind a key.
   *
   * @param line the key's line
   */
  record Entry(int line, YamlNode value) {}

  /** Values behind keys, in the order written. */
  record Mapping(int line, SequencedMap<String, Entry> entries) implements YamlNode {
    public Mapping {
      entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String described() {
      return "a map of keys";
    }
  }
}

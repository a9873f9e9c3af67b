package assay.datasets.yaml;

import assay.core.Problem;
import assay.core.ProblemReport;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one YAML document from text. Anchors, aliases, tags, doubled keys and several documents are
 * problems, so a small file cannot grow into a large one, nor name a Java type; length and depth
 * are bounded.
 */
public final class YamlDocument {

  /** Most characters of a document. */
  static final int MOST_CHARACTERS = 2_000_000;

  /** Most levels of lists and maps within each other. */
  static final int MOST_LEVELS = 40;

  private final String file;
  private final YAMLParser parser;
  private final ProblemReport problems;

  private YamlDocument(String file, YAMLParser parser, ProblemReport problems) {
    this.file = file;
    this.parser = parser;
    this.problems = problems;
  }

  /**
   * Reads the document.
   *
   * @param file the file's name in messages
   * @param problems takes what is wrong
   * @return the tree, or null where the text is no YAML document at all
   */
  public static @Nullable YamlNode read(String text, String file, ProblemReport problems) {
    if (text.length() > MOST_CHARACTERS) {
      problems.add(
          Problem.of("the file has " + text.length() + " characters")
              .at(file)
              .expected("at most " + MOST_CHARACTERS));
      return null;
    }
    try (YAMLParser parser = new YAMLFactory().createParser(new StringReader(text))) {
      return new YamlDocument(file, parser, problems).document();
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      problems.add(
          Problem.of("the file is not YAML: " + firstLines(e.getOriginalMessage()))
              .at(file, at == null ? null : Long.valueOf(at.getLineNr()), null)
              .expected("a YAML document"));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return null;
  }

  private static String firstLines(@Nullable String message) {
    if (message == null) {
      return "no reason given";
    }
    int end = message.indexOf("\n in ");
    String first = (end < 0 ? message : message.substring(0, end)).strip();
    return first.replaceAll("\\s*\\R\\s*", " ");
  }

  private @Nullable YamlNode document() throws IOException {
    if (parser.nextToken() == null) {
      problems.add(Problem.of("the file is empty").at(file).expected("a YAML document"));
      return null;
    }
    YamlNode root = node(1);
    if (parser.nextToken() != null) {
      refuse("the file holds more than one YAML document", "one document");
    }
    return root;
  }

  private YamlNode node(int level) throws IOException {
    int line = line();
    if (parser.isCurrentAlias()) {
      refuse("an alias (*" + parser.getText() + ") is not allowed", "the values themselves");
      return new YamlNode.Scalar(line, YamlNode.ScalarType.TEXT, "");
    }
    if (parser.getTypeId() != null) {
      refuse("a tag (!" + parser.getTypeId() + ") is not allowed", "plain values");
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> level > MOST_LEVELS ? tooDeep(line) : mapping(line, level);
      case START_ARRAY -> level > MOST_LEVELS ? tooDeep(line) : sequence(line, level);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(line, YamlNode.ScalarType.NUMBER);
      case VALUE_TRUE, VALUE_FALSE -> scalar(line, YamlNode.ScalarType.BOOLEAN);
      case VALUE_NULL -> new YamlNode.Scalar(line, YamlNode.ScalarType.NOTHING, "");
      case VALUE_STRING -> scalar(line, YamlNode.ScalarType.TEXT);
      case VALUE_EMBEDDED_OBJECT -> new YamlNode.Scalar(line, YamlNode.ScalarType.TEXT, "");
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private YamlNode tooDeep(int line) throws IOException {
    refuse("lists and maps lie too deep within each other", "at most " + MOST_LEVELS + " levels");
    parser.skipChildren();
    return new YamlNode.Scalar(line, YamlNode.ScalarType.NOTHING, "");
  }

  private YamlNode.Scalar scalar(int line, YamlNode.ScalarType type) throws IOException {
    return new YamlNode.Scalar(line, type, parser.getText());
  }

  private YamlNode sequence(int line, int level) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(level + 1));
    }
    return new YamlNode.Sequence(line, items);
  }

  private YamlNode mapping(int line, int level) throws IOException {
    SequencedMap<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line();
      parser.nextToken();
      YamlNode.Entry entry = new YamlNode.Entry(keyLine, node(level + 1));
      YamlNode.Entry earlier = entries.putIfAbsent(key, entry);
      if (earlier != null) {
        problems.add(
            Problem.of("key '" + key + "' stands twice, first in line " + earlier.line())
                .at(file, (long) keyLine, key)
                .expected("each key once"));
      }
    }
    return new YamlNode.Mapping(line, entries);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private void refuse(String what, String expected) {
    problems.add(Problem.of(what).at(file, (long) line(), null).expected(expected));
  }
}

package assay.datasets.definition;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.datasets.yaml.YamlDocument;
import assay.datasets.yaml.YamlNode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The JSON Schema (2020-12) of {@code benchmark.yaml}: what editors check, and {@code assay check}
 * besides the reader's own rules. What the schema refuses, the reader refuses too; the reader also
 * checks what one key says of another.
 */
public final class BenchmarkSchema {

  private static final String RESOURCE = "benchmark.schema.json";

  private BenchmarkSchema() {}

  /** The schema's text. */
  public static String text() {
    try (InputStream in = BenchmarkSchema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the schema is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the schema cannot be read from the class path", e);
    }
  }

  /**
   * Checks a text against the schema.
   *
   * @param displayName what to call the text in messages
   * @return what the schema refuses; empty where nothing is
   */
  public static List<Problem> problems(String yaml, String displayName) {
    ProblemReport report = new ProblemReport();
    YamlNode root = YamlDocument.read(yaml, displayName, report);
    if (root != null) {
      for (Error error : schema().validate(json(root))) {
        String pointer = error.getInstanceLocation().toString();
        report.add(
            Problem.of("the schema refuses it: " + error.getMessage())
                .at(displayName, (long) line(root, pointer), pointer));
      }
    }
    return report.problems();
  }

  private static Schema schema() {
    SchemaRegistryConfig config = SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    return registry.getSchema(text(), InputFormat.JSON);
  }

  /** The line of what a JSON pointer leads to, or of the last part that is there. */
  private static int line(YamlNode root, String pointer) {
    YamlNode node = root;
    int line = root.line();
    for (String step : pointer.split("/", -1)) {
      String name = step.replace("~1", "/").replace("~0", "~");
      if (node instanceof YamlNode.Mapping mapping && mapping.entries().containsKey(name)) {
        YamlNode.Entry entry = mapping.entries().get(name);
        if (entry != null) {
          line = entry.line();
          node = entry.value();
        }
      } else if (node instanceof YamlNode.Sequence list
          && name.matches("\\d{1,9}")
          && Integer.parseInt(name) < list.items().size()) {
        node = list.items().get(Integer.parseInt(name));
        line = node.line();
      }
    }
    return line;
  }

  private static JsonNode json(YamlNode node) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (node) {
      case YamlNode.Scalar scalar ->
          switch (scalar.type()) {
            case TEXT -> nodes.textNode(scalar.text());
            case NUMBER -> number(scalar.text());
            case BOOLEAN -> nodes.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NOTHING -> nodes.nullNode();
          };
      case YamlNode.Sequence sequence -> {
        ArrayNode array = nodes.arrayNode();
        sequence.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case YamlNode.Mapping mapping -> {
        ObjectNode object = nodes.objectNode();
        mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
        yield object;
      }
    };
  }

  /** A number of decimal notation; others (octal, infinity) are texts, which no number may be. */
  private static JsonNode number(String literal) {
    try {
      BigDecimal value = new BigDecimal(literal.replace("_", ""));
      return value.scale() <= 0 && value.precision() - value.scale() < 19
          ? JsonNodeFactory.instance.numberNode(value.longValueExact())
          : JsonNodeFactory.instance.numberNode(value);
    } catch (NumberFormatException e) {
      return JsonNodeFactory.instance.textNode(literal);
    }
  }
}

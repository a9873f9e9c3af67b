package assay.report.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Holds JSON against a schema of the checkout. */
public final class SchemaFaults {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private SchemaFaults() {}

  /** A file of the checkout. */
  public static String text(String path) throws IOException {
    return Files.readString(ROOT.resolve(path));
  }

  /** What the schema refuses. */
  public static List<String> of(String schemaPath, String json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder ->
                    builder.schemaRegistryConfig(
                        SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build()))
            .getSchema(text(schemaPath), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  /** Names of all members that a schema knows. */
  public static Set<String> members(JsonNode schema) {
    Set<String> names = new TreeSet<>();
    collect(schema, names);
    return names;
  }

  private static void collect(JsonNode node, Set<String> names) {
    JsonNode properties = node.path("properties");
    if (properties.isObject()) {
      properties.fieldNames().forEachRemaining(names::add);
    }
    node.forEach(child -> collect(child, names));
  }
}

package assay.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Target;
import assay.evaluation.estimate.Results;
import assay.evaluation.store.RunFile;
import assay.report.support.MadeUp;
import assay.report.support.SmallRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed is what {@code schema/results.schema.json} says, and what its page says. */
class ResultsSchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @TempDir private Path folder;

  private static List<String> faults(String json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder ->
                    builder.schemaRegistryConfig(
                        SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build()))
            .getSchema(Files.readString(schemaFile()), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  private static Path schemaFile() {
    return ROOT.resolve("schema/results.schema.json");
  }

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/formats/results-json.md"));
  }

  private ObjectNode printed(SmallRun run, String name) {
    try (RunFile file = run.run(folder.resolve(name))) {
      return ResultsJson.document("0.1.0", List.of(run.summary(file)), List.of(run.results(file)));
    }
  }

  private static SmallRun everything() {
    SmallRun run = new SmallRun().subsets("one", "two").slices("organ").limit(8);
    String[] said = {"A", "It is B.", "", "failed", "cut The patient", "no idea", "C", "A", "B"};
    for (int i = 0; i < said.length; i++) {
      LinkedHashMap<String, List<String>> tags = new LinkedHashMap<>();
      tags.put("organ", List.of(i % 3 == 0 ? "chest" : "abdomen/liver"));
      run.add(
          "q" + i,
          i % 2 == 0 ? "one" : "two",
          i == 6 ? new Target.YesNo(true) : Target.Choice.of("A"),
          said[i],
          tags,
          "patient " + i / 2);
    }
    return run;
  }

  @Test
  void realOutputIsAsTheSchemaSays() throws IOException {
    Map<String, SmallRun> runs = new LinkedHashMap<>();
    runs.put("everything", everything());
    runs.put("plain", new SmallRun().choice("q1", "A", "A").choice("q2", "B", "A"));
    runs.put("one sample", new SmallRun().choice("q1", "A", "A"));
    runs.put("all failed", new SmallRun().choice("q1", "A", "failed").choice("q2", "A", "failed"));
    runs.put("all unreadable", new SmallRun().choice("q1", "A", "").choice("q2", "A", "hm"));
    for (Map.Entry<String, SmallRun> run : runs.entrySet()) {
      String json = PrettyJson.write(printed(run.getValue(), run.getKey() + ".assay"));
      assertThat(faults(json)).as(run.getKey()).isEmpty();
    }
    String none =
        PrettyJson.write(
            ResultsJson.document(
                "0.1.0", List.of(MadeUp.run()), List.of(new Results(List.of(), List.of()))));
    assertThat(faults(none)).isEmpty();
  }

  @Test
  void whatIsLeftOutOrForeignIsRefused() throws IOException {
    ObjectNode json = printed(new SmallRun().choice("q1", "A", "A"), "run.assay");
    ObjectNode estimate = (ObjectNode) json.get("estimates").get(0);
    estimate.remove("bounds");
    estimate.put("vlaue", 1);
    estimate.put("value", "0.5");
    ((ObjectNode) estimate.get("counts")).put("failed", -1);
    assertThat(faults(JSON.writeValueAsString(json)))
        .containsExactlyInAnyOrder(
            "/estimates/0 required property 'bounds' not found",
            "/estimates/0 property 'vlaue' is not defined in the schema and the schema does not"
                + " allow additional properties",
            "/estimates/0/value string found, [number, null] expected",
            "/estimates/0/counts/failed must have a minimum value of 0");
  }

  @Test
  void identitiesHoldThatTheSchemaDescribes() {
    JsonNode json = printed(everything(), "run.assay");
    JsonNode trials = json.get("runs").get(0).get("trials");
    assertThat(trials.get("planned").asLong())
        .isEqualTo(
            trials.get("skipped").asLong()
                + trials.get("pending").asLong()
                + trials.get("failed").asLong()
                + trials.get("answered").asLong());
    for (JsonNode estimate : json.get("estimates")) {
      JsonNode c = estimate.get("counts");
      assertThat(c.get("planned").asLong())
          .isEqualTo(c.get("skipped").asLong() + c.get("asked").asLong());
      assertThat(c.get("asked").asLong())
          .isEqualTo(c.get("failed").asLong() + c.get("answered").asLong());
      assertThat(c.get("answered").asLong())
          .isEqualTo(
              c.get("read").asLong()
                  + c.get("unreadable").asLong()
                  + c.get("refused").asLong()
                  + c.get("truncated").asLong());
      assertThat(sum(c.get("skipped_by_reason"))).isEqualTo(c.get("skipped").asLong());
      assertThat(sum(c.get("failed_by_kind"))).isEqualTo(c.get("failed").asLong());
      assertThat(sum(c.get("undefined_by_reason"))).isEqualTo(c.get("undefined").asLong());
    }
  }

  private static long sum(JsonNode counts) {
    return StreamSupport.stream(counts.spliterator(), false).mapToLong(JsonNode::asLong).sum();
  }

  @Test
  void everyFieldIsDescribedInTheSchemaAndOnThePage() throws IOException {
    String page = page();
    TreeSet<String> names = new TreeSet<>();
    JsonNode schema = JSON.readTree(Files.readString(schemaFile()));
    collect(schema, names);
    assertThat(names).contains("value_of_read", "surplus_rows", "agrees");
    for (String name : names) {
      assertThat(page).as("docs/formats/results-json.md").contains("`" + name + "`");
    }
  }

  private static void collect(JsonNode schema, TreeSet<String> names) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      names.add(property.getKey());
    }
    schema.forEach(part -> collect(part, names));
  }

  @Test
  void theExampleOnThePageIsAsTheSchemaSays() throws IOException {
    Matcher example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page());
    assertThat(example.find()).as("an example in a block of json").isTrue();
    assertThat(faults(example.group(1))).isEmpty();
  }
}

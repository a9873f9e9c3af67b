package assay.datasets.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.core.benchmark.Benchmark;
import assay.core.benchmark.Expectations;
import assay.core.benchmark.Expectations.Part;
import assay.core.benchmark.Expectations.Quantity;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpectationsReaderTest {

  private static final String HASH = "0".repeat(64);
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private static final Benchmark BENCHMARK =
      BenchmarkDefinition.parse(
              """
              assay: 1
              name: small
              version: "2"
              language: en
              data:
                test: {path: test.jsonl}
                hard: {path: hard.jsonl}
              sample:
                id: "{id}"
                kind: choice
                question: "{question}"
                options: {from: options}
                target: {key: "{answer}"}
              prompt: "{question}"
              read: {choice: [exact]}
              score: {choice: [choice]}
              metrics: {choice: [accuracy]}
              """,
              "benchmark.yaml")
          .benchmark();

  private static Expectations parse(String yaml) {
    return ExpectationsReader.parse(yaml, "expected.yaml", BENCHMARK);
  }

  @Test
  void figuresAreReadInOrderWithTheirTolerances() {
    Expectations expectations =
        parse(
            """
            assay: 1
            benchmark: small
            version: "2"
            origin: a recount
            tolerance: 0.001
            prices:
              cheap: {prompt: 0.5, completion: 2}
            recordings:
              - files: {"a.json": %s}
                split: hard
                settings: {system: one}
                price: cheap
                remark: note this
                counts: {answered: 3}
                spent: {prompt-tokens: 12, mean-cost: 0.25}
                scores:
                  - metric: accuracy
                    extractor: exact
                    scorer: choice
                    slice: {organ: chest}
                    value: 0.5
                    unread: 1
                    known: {found: 0.4, reason: a typing error}
            """
                .formatted(HASH));

    Expectations.Recording one = expectations.recordings().getFirst();
    assertThat(one.files()).containsEntry("a.json", HASH);
    assertThat(one.settings()).containsEntry("system", "one");
    assertThat(one.remark()).isEqualTo("note this");
    List<Expectations.Figure> figures = one.figures();
    assertThat(figures).hasSize(5);
    assertThat(figures.get(0).quantity())
        .isEqualTo(new Quantity.Trials(Expectations.Count.ANSWERED));
    assertThat(figures.get(1).tolerance()).isZero();
    assertThat(figures.get(2).tolerance()).isEqualTo(0.001);
    assertThat(((Quantity.Spent) figures.get(2).quantity()).expense().price())
        .isEqualTo(new Expectations.Price(0.5, 2));
    assertThat(figures.get(3).known())
        .isEqualTo(new Expectations.KnownDifference(0.4, "a typing error"));
    assertThat(figures.get(4).known()).isNull();
    assertThat(((Quantity.Scored) figures.get(4).quantity()).part()).isEqualTo(Part.UNREAD);
    assertThat(figures.get(4).tolerance()).isZero();
  }

  @Test
  void everyProblemIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                parse(
                    """
                    assay: 1
                    benchmark: other
                    version: "2"
                    tolerance: 0
                    recordings:
                      - files: {"a.json": abc}
                        split: hrad
                        price: dear
                        counts: {answerd: 3}
                      - files: {"b.json": %s}
                        scores:
                          - {metric: accuracy, extractor: exact, scorer: choice}
                    """
                        .formatted(HASH)))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("expected.yaml:2 [benchmark]: 'benchmark' is 'other'")
        .hasMessageContaining("key 'origin' is missing")
        .hasMessageContaining("gives 'a.json' the hash 'abc'")
        .hasMessageContaining("names the split 'hrad'")
        .hasMessageContaining("'hard', the nearest of")
        .hasMessageContaining("names 'dear'")
        .hasMessageContaining("unknown key 'answerd'")
        .hasMessageContaining("the score expects nothing");
  }

  @Test
  void committedFilesAreAsTheSchemaSays() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(ROOT.resolve("schema/expected.schema.json")), InputFormat.JSON);
    try (Stream<Path> folders = Files.list(ROOT.resolve("benchmarks"))) {
      List<Path> files =
          folders.map(f -> f.resolve("expected.yaml")).filter(Files::exists).sorted().toList();
      assertThat(files).hasSizeGreaterThan(12);
      for (Path file : files) {
        assertThat(schema.validate(Files.readString(file), InputFormat.YAML))
            .as(file.toString())
            .isEmpty();
        ExpectationsReader.of(
            new BenchmarkCatalog(List.of(ROOT.resolve("benchmarks")))
                .find(String.valueOf(file.getParent())));
      }
    }
  }
}

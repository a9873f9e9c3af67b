package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Sha256;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code assay reproduce}: on a small set made here, and on every set that has figures. */
class ReproduceTest {

  @TempDir private Path work;

  @BeforeEach
  void writesABenchmark() throws IOException {
    Files.writeString(
        work.resolve("benchmark.yaml"),
        """
        assay: 1
        name: small
        version: "1"
        language: en
        data:
          test: {path: questions.jsonl}
        columns: {id: string, question: string, options: "list<string>", answer: string}
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
        recordings:
          - files: "{model}.jsonl"
            system: "{model}"
            join: id
            id: "{id}"
            reply: said
            gold: answer
            usage: {prompt: tokens, completion: tokens}
        """);
    Files.writeString(
        work.resolve("questions.jsonl"),
        """
        {"id":"1","question":"a?","options":["x","y"],"answer":"A"}
        {"id":"2","question":"b?","options":["x","y"],"answer":"B"}
        {"id":"3","question":"c?","options":["x","y"],"answer":"A"}
        {"id":"4","question":"d?","options":["x","y"],"answer":"A"}
        """);
    Files.writeString(
        work.resolve("one.jsonl"),
        """
        {"id":"1","said":"A","answer":"A","tokens":10}
        {"id":"2","said":"B","answer":"B","tokens":10}
        {"id":"3","said":"dunno","answer":"A","tokens":20}
        {"id":"4","said":"B","answer":"A","tokens":20}
        """);
  }

  private void expect(String hash, String figures) throws IOException {
    Files.writeString(
        work.resolve("expected.yaml"),
        """
        assay: 1
        benchmark: small
        version: "1"
        origin: counted by hand
        tolerance: 0.000001
        prices: {one: {prompt: 1000, completion: 3000}}
        recordings:
          - files: {one.jsonl: %s}
            price: one
            counts: {planned: 4, answered: 4}
            spent: {prompt-tokens: 60, mean-cost: 0.06}
            scores:
              - {metric: accuracy, extractor: exact, scorer: choice, %s}
        """
            .formatted(hash, figures));
  }

  private CliOutcome reproduce(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("reproduce", work.toString(), "--data", work.toString(), "--columns", "80"));
    arguments.addAll(List.of(more));
    return CliOutcome.of(work, arguments);
  }

  private String hash() throws IOException {
    return Sha256.of(Files.readAllBytes(work.resolve("one.jsonl")));
  }

  @Test
  void filesOutsideTheDataFolderAreNotRead() throws IOException {
    Path inner = Files.createDirectories(work.resolve("inner"));
    Files.copy(work.resolve("questions.jsonl"), inner.resolve("questions.jsonl"));
    expect(hash(), "value: 0.5");
    Path expected = work.resolve("expected.yaml");
    String text = Files.readString(expected);
    for (String name : List.of("../one.jsonl", work.resolve("one.jsonl").toString())) {
      Files.writeString(expected, text.replace("{one.jsonl:", "{\"" + name + "\":"));
      CliOutcome outcome =
          CliOutcome.of(work, List.of("reproduce", work.toString(), "--data", inner.toString()));
      assertThat(outcome.code()).as(outcome.out()).isNotZero();
      assertThat(outcome.out() + outcome.err())
          .contains("the name leads out of the data folder")
          .doesNotContain("equal. Reproduced.");
    }
    Files.writeString(expected, text.replaceFirst("\\{one.jsonl: [0-9a-f]+}", "{}"));
    CliOutcome none = reproduce();
    assertThat(none.code()).isEqualTo(4);
    assertThat(none.err()).contains("names no file").doesNotContain("should not happen");
  }

  @Test
  void whatIsEqualIsReproduced() throws IOException {
    expect(hash(), "value: 0.5, unread: 1, n: 4");
    CliOutcome outcome = reproduce("--figures");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .startsWith("small: 1 recording, 7 figures; 7 equal. Reproduced.\n")
        .contains("  accuracy by exact and choice", "  mean-cost", "0.06  equal");
  }

  @Test
  void aDifferenceIsToldAndEndsWithOne() throws IOException {
    expect(hash(), "value: 0.75, unread: 0");
    CliOutcome outcome = reproduce();

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .startsWith("small: 1 recording, 6 figures; 4 equal. NOT reproduced: see below.\n")
        .contains(
            """
            Different
              one.jsonl: accuracy by exact and choice is 0.5; expected: 0.75 (give or take
                0.000001)
              one.jsonl: accuracy, unread, by exact and choice is 1; expected: 0
            """);
  }

  @Test
  void aKnownDifferenceIsShownWithItsReasonAndMustBeThere() throws IOException {
    expect(hash(), "value: 0.75, known: {found: 0.5, reason: a misprint}");
    CliOutcome known = reproduce();
    assertThat(known.code()).isZero();
    assertThat(known.out())
        .startsWith("small: 1 recording, 5 figures; 4 reproduced; 1 cannot be: a misprint.\n")
        .contains(
            """
            Known to be different
              a misprint:
                one.jsonl: accuracy by exact and choice is 0.5, not 0.75
            """);

    expect(
        hash(),
        "value: 0.75, known: {found: 0.5, reason: a misprint}}\n"
            + "      - {metric: accuracy, extractor: exact, scorer: choice, value-of-read: 0.9, known:"
            + " {of: value-of-read, found: 0.6666666667, reason: another count}");
    assertThat(reproduce().out())
        .contains("4 reproduced; 2 cannot be: for 2 reasons, below.", "another count:\n");

    expect(hash(), "value: 0.5, known: {found: 0.4, reason: a misprint}");
    CliOutcome vanished = reproduce();
    assertThat(vanished.code()).isEqualTo(1);
    assertThat(vanished.out())
        .contains("is 0.5, as expected, but the\n    difference is declared as known: a misprint");
  }

  @Test
  void anotherFileIsNotScoredAndAMissingOneIsBadInput() throws IOException {
    expect("0".repeat(64), "value: 0.5");
    CliOutcome other = reproduce();
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out())
        .contains(
            "not run", "the file is not the one whose\n    figures are known: its SHA-256", hash())
        .contains("remedy: get the file from its publisher");

    Files.delete(work.resolve("one.jsonl"));
    CliOutcome missing = reproduce();
    assertThat(missing.code()).isEqualTo(4);
    assertThat(missing.out()).contains("there is no such file");
    assertThat(missing.out().replaceAll("\\s+", ""))
        .contains(("'one.jsonl' below the data folder " + work).replace(" ", ""));
  }

  /** Nine recordings, of which none lies in the folder that was named. */
  @Test
  void aWrongDataFolderIsToldOnce() throws IOException {
    StringBuilder expected =
        new StringBuilder(
            "assay: 1\nbenchmark: small\nversion: \"1\"\norigin: made\n"
                + "tolerance: 0\nrecordings:\n");
    for (int i = 1; i <= 9; i++) {
      expected
          .append("  - files: {recordings/of-a-name-so-long-that-no-table-has-room-for-it/")
          .append("and-one-more-folder/n%d.jsonl: %s}\n".formatted(i, "0".repeat(64)))
          .append("    counts: {answered: 4}\n");
    }
    Files.writeString(work.resolve("expected.yaml"), expected.toString());
    CliOutcome missing = reproduce();
    assertThat(missing.code()).as(missing.err()).isEqualTo(4);
    assertThat(missing.out()).containsOnlyOnce("none of the 9 recordings is there");
    assertThat(missing.out()).doesNotContain("there is no such file").contains("--data DIR");

    Path folder =
        Files.createDirectories(
            work.resolve(
                "recordings/of-a-name-so-long-that-no-table-has-room-for-it/and-one-more-folder"));
    Files.writeString(folder.resolve("n1.jsonl"), "{}");
    CliOutcome one = reproduce();
    assertThat(one.out()).contains("there is no such file").contains("n9.jsonl");
  }

  @Test
  void jsonIsAsTheSchemaSays() throws IOException {
    expect(hash(), "value: 0.75, unread: 1");
    CliOutcome outcome = reproduce("--json");

    assertThat(outcome.code()).isEqualTo(1);
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(CliOutcome.HOME.resolve("schema/reproduction.schema.json")),
                InputFormat.JSON);
    assertThat(schema.validate(outcome.out(), InputFormat.JSON)).isEmpty();
    JsonNode one = outcome.json().get("reproductions").get(0);
    assertThat(one.get("reproduced").asBoolean()).isFalse();
    assertThat(one.get("differs").asLong()).isEqualTo(1);
  }

  @Test
  void aBenchmarkOfWhichNothingIsExpectedIsAnError() {
    CliOutcome outcome = reproduce();

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("there are no figures to reproduce of 'small'")
        .contains("expected: a file expected.yaml beside benchmark.yaml");
  }

  /** Figures, and those among them that are known to differ. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "medqa, medagents-benchmark, 111, 0",
    "medmcqa, medagents-benchmark, 230, 0",
    "pubmedqa, medagents-benchmark, 83, 0",
    "mmlu-med, medagents-benchmark, 230, 0",
    "mmlu-pro-health, medagents-benchmark, 223, 0",
    "afrimedqa, medagents-benchmark, 286, 0",
    "medbullets, medagents-benchmark, 35, 0",
    "mirage, mirage, 78, 2",
    "worldmedqa-v, WorldMedQA-V, 398, 0",
    "pubmedqa-readers, pubmedqa, 16, 0",
    "healthbench-br, healthbench-br, 21, 0",
    "medcalc-bench, medcalc-bench, 38, 0",
    "vqa-rad, VQA-RAD, 147, 0",
    "mmmu-pro, MMMU, 15, 2",
    "mmmu-val, MMMU, 117, 0",
    "genegpt, GeneGPT, 110, 0",
    "genehop, GeneGPT, 3, 0",
    "mediqa-chat-2023-wanglab, mediqa-chat-2023-wanglab, 378, 24",
    "aci-bench, aci-bench, 140, 0",
    "medec, MEDEC, 322, 154",
    "radiology-reports, radiology-reports, 81, 0"
  })
  void everySetReproduces(String benchmark, String set, long figures, long known) {
    Path data = SharedData.require(set);
    CliOutcome outcome =
        CliOutcome.of(work, List.of("reproduce", benchmark, "--data", data.toString(), "--json"));

    assertThat(outcome.code()).as(outcome.out()).isZero();
    JsonNode one = outcome.json().get("reproductions").get(0);
    assertThat(one.get("figures").asLong()).isEqualTo(figures);
    assertThat(one.get("known").asLong()).isEqualTo(known);
    assertThat(one.get("equal").asLong()).isEqualTo(figures - known);
  }
}

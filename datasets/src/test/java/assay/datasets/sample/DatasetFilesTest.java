package assay.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.datasets.definition.BenchmarkDefinition;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which files a split is made of, and what the check says of them. */
class DatasetFilesTest extends SplitFolder {

  @Test
  void whatTheCheckFoundIsThereBesideTheProblems() throws IOException {
    file("a.jsonl", "{\"id\": 1, \"q\": \"Q\", \"o\": [\"x\"], \"a\": \"B\"}\n");
    DatasetCheck check =
        Dataset.check(BenchmarkDefinition.parse(CHOICE, "small.yaml"), folder, "test", null, store);
    assertThat(check.problems()).hasSize(1);
    assertThat(check.summary().samples()).isZero();
    assertThat(check.summary().files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.records()).isEqualTo(1);
              assertThat(file.declared()).isFalse();
            });
  }

  @Test
  void aFileThatEndsInTheMiddleIsAProblemAndTheNextOneIsRead() throws IOException {
    file("a.jsonl", "{\"id\": 1, \"q\": \"Q\", \"o\": [\"x\"], \"a\": \"A\"}\n{\"id\": 2, \"q\"");
    file("b.jsonl", "{\"id\": 3, \"q\": \"Q\", \"o\": [\"x\"], \"a\": \"B\"}\n");
    assertThat(refused(CHOICE.replace("a.jsonl", "[a.jsonl, b.jsonl]")))
        .contains("a.jsonl:2")
        .contains("b.jsonl:1: the right option is 'B'");
  }

  @Test
  void brokenLinesHideNothingThatIsWrongWithTheOthers() throws IOException {
    file(
        "a.jsonl",
        """
        {"id": 1, "q": "Q", "o": ["x"], "a": "B"}
        {"id": 2, "q":
        {"id": 3, "q": "Q", "o": ["x"], "a": "A"}
        {"id": 3, "q": "Q", "o": ["x"], "a": "A"}
        nonsense
        {"id": 4, "q": "Q", "o": ["x"], "a": "C"}
        """);
    assertThat(refused(CHOICE).lines().filter(line -> line.startsWith("a.jsonl:")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("a.jsonl:1: the right option is 'B'"),
            line -> assertThat(line).startsWith("a.jsonl:2: the JSON ends early"),
            line -> assertThat(line).startsWith("a.jsonl:4: the id '3' was given before"),
            line -> assertThat(line).startsWith("a.jsonl:5: not JSON"),
            line -> assertThat(line).startsWith("a.jsonl:6: the right option is 'C'"));
  }

  @Test
  void aValueOfTheWrongTypeHidesNothingThatIsWrongWithTheOthers() throws IOException {
    file("a.csv", "id,n,q,x,a\n1,many,Q,x,A\n2,5,Q,x,B\n3,few,Q,x,A\n");
    assertThat(
            refused(
                """
                assay: 1
                name: typed
                version: "1"
                language: en
                data: {test: a.csv}
                columns: {n: integer}
                sample:
                  id: "{id}"
                  kind: choice
                  question: "{q} {n}"
                  options: {columns: [x]}
                  target: {key: "{a}"}
                prompt: "{question}"
                """))
        .contains("a.csv:2 [n]: 'many' does not fit")
        .contains("a.csv:3: the right option is 'B'")
        .contains("a.csv:4 [n]: 'few' does not fit");
  }

  @Test
  void missingFilesFoldersSplitsAndSubsetsAreNamed() throws IOException {
    assertThat(refused(CHOICE))
        .contains("small.yaml:5: there is no file 'a.jsonl' in " + folder)
        .contains("--data");
    BenchmarkDefinition definition = BenchmarkDefinition.parse(CHOICE, "small.yaml");
    assertThatThrownBy(() -> Dataset.open(definition, folder, "tset", null, store))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("benchmark 'small' has no split 'tset'")
        .hasMessageContaining("'test'");
    assertThatThrownBy(() -> Dataset.open(definition, folder, "test", "x", store))
        .hasMessageContaining("benchmark 'small' has no subset 'x'")
        .hasMessageContaining("none is known here");
    assertThatThrownBy(
            () -> Dataset.open(definition, folder.resolve("nowhere"), "test", null, store))
        .hasMessageContaining("the data folder does not exist");
  }

  @Test
  void filesLieInTheDataFolderOrInItsFolderOfThatName() throws IOException {
    String row = "{\"id\": 1, \"q\": \"Q\", \"o\": [\"x\"], \"a\": \"A\"}\n";
    file("inner/a.jsonl", row);
    String yaml = CHOICE.replace("data:", "folder: inner\ndata:");
    assertThat(open(yaml).root()).isEqualTo(folder.resolve("inner"));
    file("a.jsonl", row);
    assertThat(open(yaml).root()).isEqualTo(folder);
  }

  @Test
  void partsOfTheFilesNameBecomeColumns() throws IOException {
    file("x y/brazil_en.tsv", "id\tq\tA\ta\n1\tQ\tone\tA\n");
    file("x y/spain_es.tsv", "id\tq\tA\ta\n1\tQ\tuno\tA\n2\tQ\tdos\tA\n");
    String yaml =
        CHOICE
            .replace("a.jsonl", "{path: \"x y/{country}_{tongue}.tsv\", count: 3}")
            .replace("options: {from: o}", "options: {columns: [A]}\n  language: \"{tongue}\"")
            .replace("\"{id}\"", "\"{country}-{id}-{row}\"");
    assertThat(samples(yaml))
        .extracting(s -> s.id() + " " + s.language())
        .containsExactly("brazil-1-0 en", "spain-1-1 es", "spain-2-2 es");
  }

  @Test
  void manyDoubledIdsAreEachTold() throws IOException {
    file(
        "a.jsonl",
        IntStream.range(0, 3000)
            .mapToObj(
                i ->
                    "{\"id\": %d, \"q\": \"Q\", \"o\": [\"x\"], \"a\": \"A\"}\n"
                        .formatted(i % 2900))
            .collect(Collectors.joining()));
    String told = refused(CHOICE);
    assertThat(told.lines().filter(line -> line.contains("was given before")).count())
        .isEqualTo(100);
    assertThat(told).contains("a.jsonl:2901: the id '0' was given before, at a.jsonl:1");
  }

  @Test
  void aFileWithoutRowsHasNoSamples() throws IOException {
    file("a.jsonl", "\n");
    assertThat(refused(CHOICE)).contains("a.jsonl: holds no JSON, only blanks");
    file("a.tsv", "id\tq\n");
    assertThat(refused(CHOICE.replace("a.jsonl", "a.tsv"))).contains("split 'test' has no samples");
  }

  @Test
  void theSamplesOfAnotherFileThanWasMeantAreNotCounted() throws IOException {
    file("a.jsonl", "{\"id\": 1, \"q\": \"Q\", \"o\": {\"A\": \"x\"}, \"a\": \"A\"}\n");
    String expecting = CHOICE + "samples: 1000\n";
    assertThat(refused(expecting)).contains("split 'test' has 1 samples\n  expected: 1000");
    assertThat(
            refused(
                expecting.replace("a.jsonl", "{path: a.jsonl, sha256: " + "0a".repeat(32) + "}")))
        .contains("a.jsonl: the file's SHA-256 is ")
        .doesNotContain("samples");
  }

  @Test
  void everyProblemOfASplitIsToldAtOnce() throws IOException {
    file(
        "a.jsonl",
        """
        {"id": 1, "q": "Q", "o": {"A": "x", "B": "y"}, "a": "A"}
        {"id": 2, "q": "Q", "o": {"A": "x", "B": "y"}, "a": "C"}
        {"id": 1, "q": "Q", "o": {"A": "x", "B": "y"}, "a": "B"}
        {"id": 3, "q": " ", "o": {"A": "x", "B": "y"}, "a": "B"}
        {"id": null, "q": "Q", "o": {"A": "x"}, "a": "A"}
        {"id": 5, "q": "Q", "o": {}, "a": "A"}
        {"id": 6, "q": "Q", "o": "A. x", "a": "A"}
        {"id": 7, "o": {"A": "x"}, "a": "A"}
        """);
    String counted =
        CHOICE.replace("a.jsonl", "{path: a.jsonl, count: 9, sha256: " + "0a".repeat(32) + "}");
    assertThat(refused(counted))
        .contains("a.jsonl: the file's SHA-256 is ")
        .contains("expected: " + "0a".repeat(32) + " (small.yaml:5)")
        .contains("a.jsonl:2: the right option is 'C', which is none\n  expected: one of A, B")
        .contains("a.jsonl:3: the id '1' was given before, at a.jsonl:1")
        .contains("a.jsonl:4: the question is blank")
        .contains("a.jsonl:5 [id]: there is no value for the id")
        .contains("a.jsonl:6: the right option is 'A', which is none\n  expected: options; the row")
        .contains("a.jsonl:7 [o]: options are 'A. x'")
        .contains("a.jsonl:8 [q]: there is no column 'q' for the question")
        .contains("a.jsonl: there are 8 records\n  expected: 9 (small.yaml:5)");
  }
}

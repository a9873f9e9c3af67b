package assay.datasets.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.benchmark.Benchmark;
import assay.core.benchmark.Prompt;
import assay.datasets.RealBenchmarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkDefinitionTest {

  private static final String SOUND =
      """
      assay: 1
      name: small
      version: "1"
      language: en
      data:
        test: a.jsonl
        train: [b.jsonl, {path: "c_{part}.csv", sha256: {c_1.csv: %s}}]
      sample:
        id: "{id}"
        kind: choice
        question: "{q}"
        options: {from: o}
        target: {key: "{a}"}
        tags: {exam: "{e}"}
      prompt: "{question} {options}"
      """
          .formatted("0".repeat(64));

  private static AssayException refused(String text) {
    AssayException refused =
        catchThrowableOfType(
            AssayException.class, () -> BenchmarkDefinition.parse(text, "small.yaml"));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.category()).isEqualTo(AssayException.Category.DATA);
    return refused;
  }

  @Test
  void whatIsNotSaidHasTheHousesDefaults() {
    BenchmarkDefinition definition = BenchmarkDefinition.parse(SOUND, "small.yaml");
    Benchmark benchmark = definition.benchmark();
    assertThat(benchmark.title()).isEqualTo("small");
    assertThat(benchmark.citation()).isEqualTo("not stated");
    assertThat(benchmark.splits()).containsExactly("test", "train");
    assertThat(benchmark.arms()).containsExactly("standard");
    assertThat(benchmark.rules())
        .containsExactly(
            Map.entry(
                AnswerKind.CHOICE,
                new Benchmark.Rules(List.of("layered"), List.of("choice"), List.of("accuracy"))));
    assertThat(benchmark.baselines().chance()).isNull();
    assertThat(benchmark.prompt().system()).isNull();
    assertThat(definition.text()).isEqualTo(SOUND);
    assertThat(definition.data().splits().get("train")).hasSize(2);
  }

  @Test
  void theDesignsExampleIsRead() {
    BenchmarkDefinition medqa = RealBenchmarks.definition("medqa");
    Benchmark benchmark = medqa.benchmark();
    assertThat(benchmark.name()).isEqualTo("medqa");
    assertThat(benchmark.generation().temperature()).isEqualTo(0.0);
    assertThat(benchmark.generation().maxTokens()).isEqualTo(1024);
    assertThat(benchmark.rules().get(AnswerKind.CHOICE).extractors())
        .containsExactly("layered", "exact");
    assertThat(benchmark.slices()).containsExactly("exam");
    assertThat(medqa.data().folder()).isEqualTo("medagents-benchmark");
    assertThat(benchmark.published())
        .filteredOn(p -> p.system().equals("gpt-4o cot"))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.split()).isEqualTo("hard");
              assertThat(p.value()).isEqualTo(0.390);
              assertThat(p.decimals()).isEqualTo(3);
              assertThat(p.extractor()).isEqualTo("exact");
            });
  }

  @Test
  void everyProblemIsToldAtOnceWithItsLine() {
    AssayException refused =
        refused(
            """
            assay: 1
            name: small
            versoin: "1"
            language: en
            data:
              test: {path: a.jsonl, cuont: 3}
            sample:
              id: "{id"
              kind: chioce
              question: "{q}"
              options: {form: o}
              target: {key: "{a}"}
            prompt: "{qestion}"
            slices: [exam]
            """);
    assertThat(refused.problems())
        .extracting(Problem::toString)
        .anyMatch(p -> p.startsWith("small.yaml:3 [versoin]: unknown key 'versoin'"))
        .anyMatch(p -> p.contains("expected: 'version', the nearest of "))
        .anyMatch(p -> p.startsWith("small.yaml:1: key 'version' is missing"))
        .anyMatch(p -> p.startsWith("small.yaml:6 [data.test.cuont]: unknown key 'cuont'"))
        .anyMatch(
            p ->
                p.startsWith("small.yaml:8 [sample.id]: 'id' cannot be read")
                    && p.contains("opens a brace at character 1 and does not close it"))
        .anyMatch(
            p ->
                p.startsWith("small.yaml:9 [sample.kind]: 'kind' names the kind of answer 'chioce'")
                    && p.contains("'choice', the nearest of"))
        .anyMatch(p -> p.startsWith("small.yaml:11 [sample.options.form]: unknown key 'form'"))
        .anyMatch(
            p ->
                p.startsWith("small.yaml:13 [prompt]: 'prompt' holds {qestion}")
                    && p.contains("'question', the nearest of"))
        .anyMatch(p -> p.startsWith("small.yaml:14 [slices]: 'slices' names the tag 'exam'"));
  }

  @Test
  void anUnknownKeyNamesTheNearestKnownOne() {
    assertThat(refused(SOUND.replace("tags:", "tag:")))
        .hasMessageContaining("small.yaml:14 [sample.tag]: unknown key 'tag'")
        .hasMessageContaining("'tags', the nearest of tags, ");
  }

  @Test
  void yamlOfOtherKindsIsRefused() {
    assertThat(refused("")).hasMessageContaining("small.yaml: the file is empty");
    assertThat(refused("- a\n- b")).hasMessageContaining("small.yaml:1: the document is a list");
    assertThat(refused("a: [1, 2"))
        .hasMessageContaining("small.yaml:1: the file is not YAML")
        .hasMessageNotContaining("Exception");
    assertThat(refused(SOUND + "---\nassay: 1\n"))
        .hasMessageContaining("the file holds more than one YAML document");
    assertThat(refused(SOUND + "title: a\ntitle: b\n"))
        .hasMessageContaining("small.yaml:17 [title]: key 'title' stands twice, first in line 16");
    assertThat(refused(SOUND + "title: !!java.net.URL [\"http://127.0.0.1\"]\n"))
        .hasMessageContaining("a tag (!")
        .hasMessageContaining("is not allowed");
    assertThat(refused(SOUND + "title: &a b\ncitation: *a\n"))
        .hasMessageContaining("an alias (*a) is not allowed");
  }

  @Test
  void aBombOfAliasesIsNotExpanded() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    assertThat(refused(bomb.toString())).hasMessageContaining("an alias (*a0) is not allowed");
  }

  @Test
  void depthAndLengthAreBounded() {
    assertThat(refused("a: " + "[".repeat(5000) + "]".repeat(5000)))
        .hasMessageContaining("lists and maps lie too deep within each other");
    assertThat(refused("a: \"" + "x".repeat(2_000_000) + "\""))
        .hasMessageContaining("the file has 2000005 characters");
  }

  @Test
  void numbersAreNoTexts() {
    assertThat(refused(SOUND.replace("version: \"1\"", "version: 1.10")))
        .hasMessageContaining("small.yaml:3 [version]: 'version' is a number")
        .hasMessageContaining("text: put it into quotes");
  }

  @Test
  void promptsByKindCoverEveryKind() {
    String mixed =
        SOUND
            .replace("kind: choice", "kind: {from: k, map: {c: choice, n: number}, default: text}")
            .replace(
                "target: {key: \"{a}\"}",
                "target: {choice: {key: \"{a}\"}, number: {value: \"{a}\"}, text: {text: \"{a}\"}}")
            .replace(
                "prompt: \"{question} {options}\"",
                "prompt: {choice: \"{question} {options}\", number: \"{question} in {unit}\"}");
    assertThat(refused(mixed)).hasMessageContaining("there is no prompt for the kind 'text'");
    Prompt prompt =
        BenchmarkDefinition.parse(
                mixed.replace("prompt: {", "prompt: {default: \"{question}\", "), "small.yaml")
            .benchmark()
            .prompt();
    assertThat(prompt.template(AnswerKind.TEXT)).isEqualTo("{question}");
    assertThat(prompt.template(AnswerKind.NUMBER)).isEqualTo("{question} in {unit}");
    assertThat(refused(mixed.replace(", text: {text: \"{a}\"}", "")))
        .hasMessageContaining("key 'text' is missing");
  }

  @Test
  void namesOfOtherKeysMustBeThere() {
    assertThat(
            refused(
                SOUND
                    + """
                    rows: {tset: SELECT 1}
                    shots: {count: 2, split: trian}
                    published:
                      - {system: a, split: dev, subset: x, metric: accuracy, value: 1, decimals: 0, source: s, slice: {organ: a}}
                    recordings:
                      - {files: "a.json", split: tests, subset: y, system: a, reply: r}
                    """))
        .hasMessageContaining("'tset' names the split 'tset'")
        .hasMessageContaining("'test', the nearest of test, train")
        .hasMessageContaining("'split' names the split 'trian'")
        .hasMessageContaining("'split' names the split 'dev'")
        .hasMessageContaining("'subset' names the subset 'x'")
        .hasMessageContaining("'slice' names the tag 'organ'")
        .hasMessageContaining("'split' names the split 'tests'")
        .hasMessageContaining("'subset' names the subset 'y'");
  }

  @Test
  void pathsCannotLeaveTheDataFolder() {
    for (String path : List.of("../a.jsonl", "x/../../a.jsonl", "/etc/passwd.json", "C:/a.json")) {
      assertThat(refused(SOUND.replace("test: a.jsonl", "test: \"" + path + "\"")))
          .hasMessageContaining("'test' is '" + path + "', which may lie outside the data folder");
    }
  }

  @Test
  void aFileThatIsNoTextIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("benchmark.yaml"), new byte[] {(byte) 0xff, 0, 1});
    assertThatThrownBy(() -> BenchmarkDefinition.read(file))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("the file is not UTF-8 text");
    assertThatThrownBy(() -> BenchmarkDefinition.read(folder.resolve("none.yaml")))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("the file cannot be read");
  }

  @Test
  void everyPrefixOfASoundFileEndsInProblemsOrAReading() throws IOException {
    String text =
        Files.readString(RealBenchmarks.folder("benchmarks/medcalc-bench/benchmark.yaml"));
    for (int length = 0; length < text.length(); length += 7) {
      String prefix = text.substring(0, length);
      try {
        assertThat(BenchmarkDefinition.parse(prefix, "prefix.yaml").name())
            .isEqualTo("medcalc-bench");
      } catch (AssayException e) {
        assertThat(e.problems()).allSatisfy(problem -> assertThat(problem.where()).isNotNull());
      }
    }
  }
}

package assay.datasets.definition;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.AssayException;
import assay.datasets.RealBenchmarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema and the reader accept and refuse the same files. */
class SchemaAgreementTest {

  static Stream<Path> definitions() {
    return RealBenchmarks.catalog().files().values().stream();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void bothAcceptEveryBenchmark(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(BenchmarkSchema.problems(text, file.toString())).isEmpty();
    assertThat(BenchmarkDefinition.parse(text, file.toString()).name())
        .isEqualTo(file.getParent().getFileName().toString());
  }

  /** A change of the sound file below, after which it is broken in form. */
  record Change(String from, String to) {}

  static List<Change> changes() {
    return List.of(
        new Change("assay: 1", "assay: 2"),
        new Change("assay: 1\n", ""),
        new Change("name: small", "name: Small Benchmark"),
        new Change("name: small", "nam: small"),
        new Change("version: \"1\"", "version: 1"),
        new Change("version: \"1\"", "version: \" \""),
        new Change("language: en", "language: english language"),
        new Change("data:\n", "datas:\n"),
        new Change("path: a.jsonl", "path: ../a.jsonl"),
        new Change("path: a.jsonl", "path: /a.jsonl"),
        new Change("path: a.jsonl", "path: C:a.jsonl"),
        new Change("path: a.jsonl", "pfad: a.jsonl"),
        new Change("count: 3", "count: -1"),
        new Change("count: 3", "count: many"),
        new Change("count: 3", "sha256: abc"),
        new Change("q: string", "q: varchar"),
        new Change("where: {group: one}", "where: {}"),
        new Change("where: {group: one}", "where: {group: one}, rows: SELECT 1"),
        new Change("where: {group: one}", "samples: {test: 1}"),
        new Change("kind: choice", "kind: multiple"),
        new Change("  kind: choice\n", ""),
        new Change("id: \"{id}\"", "id: \" \""),
        new Change("options: {from: o}", "options: {from: o, columns: [A]}"),
        new Change("options: {from: o}", "options: {}"),
        new Change("options: {from: o}", "options: {fixed: {}}"),
        new Change("  options: {from: o}\n", ""),
        new Change("target: {key: \"{a}\"}", "target: {key: \"{a}\", index: \"{i}\"}"),
        new Change("target: {key: \"{a}\"}", "target: {answer: \"{a}\"}"),
        new Change("target: {key: \"{a}\"}", "target: {index: \"{a}\", base: 2}"),
        new Change("target: {key: \"{a}\"}", "target: {key: \"{a}\", base: 1}"),
        new Change("target: {key: \"{a}\"}", "target: \"{a}\""),
        new Change("tags: {exam: \"{e}\"}", "tags: {exam: {from: e, seperator: \";\"}}"),
        new Change("tags: {exam: \"{e}\"}", "tags: {exam: }"),
        new Change("prompt: \"{question} {options}\"", "prompt: Answer!"),
        new Change("prompt: \"{question} {options}\"", "prompt: {choices: \"{question}\"}"),
        new Change("temperature: 0", "temperature: warm"),
        new Change("temperature: 0", "temperature: -1"),
        new Change("max-tokens: 16", "max_tokens: 16"),
        new Change("arms: [standard]", "arms: []"),
        new Change("read: {choice: [layered]}", "read: {choice: []}"),
        new Change("read: {choice: [layered]}", "read: [layered]"),
        new Change("chance: 0.25", "chance: a quarter"),
        new Change("join: id", "join: row"),
        new Change("join: id", "join: position"),
        new Change("    reply: r\n", ""),
        new Change("duplicates: first", "duplicates: all"),
        new Change("partial: true", "partial: \"yes\""),
        new Change("usage: {prompt: p}", "usage: {input: p}"),
        new Change("value: 0.5", "value: half"),
        new Change("decimals: 2", "decimals: 2.5"),
        new Change(", source: paper}", "}"));
  }

  private static final String SOUND =
      """
      assay: 1
      name: small
      version: "1"
      language: en
      data:
        test: {path: a.jsonl, count: 3}
      columns: {q: string}
      subsets:
        one: {where: {group: one}}
      sample:
        id: "{id}"
        kind: choice
        question: "{q}"
        options: {from: o}
        target: {key: "{a}"}
        tags: {exam: "{e}"}
      prompt: "{question} {options}"
      generation: {temperature: 0, max-tokens: 16}
      arms: [standard]
      read: {choice: [layered]}
      chance: 0.25
      recordings:
        - files: "{model}.json"
          system: "{model}"
          join: id
          id: "{id}"
          reply: r
          duplicates: first
          partial: true
          usage: {prompt: p}
      published:
        - {system: a, metric: accuracy, value: 0.5, decimals: 2, source: paper}
      """;

  @Test
  void bothAcceptTheSoundFile() {
    assertThat(BenchmarkSchema.problems(SOUND, "small.yaml")).isEmpty();
    assertThat(BenchmarkDefinition.parse(SOUND, "small.yaml").name()).isEqualTo("small");
  }

  @ParameterizedTest
  @MethodSource("changes")
  void bothRefuseWhatIsBrokenInForm(Change change) {
    assertThat(SOUND).contains(change.from());
    String broken = SOUND.replace(change.from(), change.to());
    assertThat(readerRefuses(broken)).as("reader refuses %s", change).isTrue();
    assertThat(BenchmarkSchema.problems(broken, "broken.yaml"))
        .as("schema refuses %s", change)
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.where()).isNotNull());
  }

  private static boolean readerRefuses(String text) {
    try {
      BenchmarkDefinition.parse(text, "broken.yaml");
      return false;
    } catch (AssayException e) {
      return true;
    }
  }
}

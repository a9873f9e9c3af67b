package assay.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.Sample;
import assay.datasets.RealBenchmarks.MemoryStore;
import assay.datasets.definition.BenchmarkDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A folder with the files of a small benchmark, and what becomes of them. */
abstract class SplitFolder {

  @TempDir Path folder;

  final MemoryStore store = new MemoryStore();

  static final String CHOICE =
      """
      assay: 1
      name: small
      version: "1"
      language: en
      data: {test: a.jsonl}
      sample:
        id: "{id}"
        kind: choice
        question: "{q}"
        options: {from: o}
        target: {key: "{a}"}
      prompt: "{question} {options}"
      """;

  void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  Dataset open(String yaml) {
    return Dataset.open(BenchmarkDefinition.parse(yaml, "small.yaml"), folder, null, null, store);
  }

  List<Sample> samples(String yaml) {
    try (Stream<Sample> samples = open(yaml).samples()) {
      return samples.toList();
    }
  }

  String refused(String yaml) {
    AssayException refused = catchThrowableOfType(AssayException.class, () -> open(yaml));
    assertThat(refused).as("refused").isNotNull();
    return refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}

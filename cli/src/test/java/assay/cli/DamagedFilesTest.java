package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be read are told as such, whoever reads them: never as the program's fault. */
class DamagedFilesTest {

  @TempDir private Path work;

  private CliOutcome call(String... arguments) {
    return CliOutcome.of(work, List.of(arguments));
  }

  @Test
  void aFolderInTheFilesPlace() {
    CliOutcome outcome = call("claim", work.toString(), work.resolve("run.assay").toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).isNotBlank().doesNotContain("should not happen");
  }

  @Test
  void textInAnotherEncoding() throws IOException {
    MadeBenchmark.write(work, 2);
    Files.writeString(
        work.resolve("expected.yaml"), "assay: 1\ntitle: caf\u00e9\n", StandardCharsets.ISO_8859_1);
    CliOutcome outcome = call("reproduce", work.toString(), "--data", work.toString());
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(4);
    assertThat(outcome.err())
        .contains("expected.yaml: the file is not text in UTF-8")
        .doesNotContain("should not happen");
    Files.writeString(
        work.resolve("benchmark.yaml"), "title: caf\u00e9\n", StandardCharsets.ISO_8859_1);
    CliOutcome other = call("check", work.toString());
    assertThat(other.code()).as(other.err()).isEqualTo(4);
    assertThat(other.err()).contains("benchmark.yaml").doesNotContain("should not happen");
  }
}

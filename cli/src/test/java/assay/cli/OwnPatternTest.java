package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.process.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pattern of one's own reads a run again, and is found again by its name. */
class OwnPatternTest {

  @TempDir private Path work;

  @Test
  void aPatternStandsBesideTheOtherRules() throws IOException {
    Path made = work.resolve("made");
    MadeBenchmark.write(made, 12);
    String run = work.resolve("run.assay").toString();
    call("run", made.toString(), "--data", made.toString(), "--model", "reader:first", "-o", run);
    CliOutcome scored = call("score", run, "--extractor", "layered,regex:^([A-D]{1,2})$");
    assertThat(scored.code()).isEqualTo(ExitCode.DONE.code());
    assertThat(scored.out()).contains("regex:^([A-D]{1,2})$").contains("layered");
    CliOutcome items =
        call("show", run, "--items", "all", "--extractor", "regex:^([A-D]{1,2})$", "--json");
    assertThat(items.out().lines()).hasSize(12);
  }

  @Test
  void aPatternThatCannotBeUsedIsToldBeforeAnythingIsDone() throws IOException {
    Path made = work.resolve("made");
    MadeBenchmark.write(made, 3);
    CliOutcome refused =
        call(
            "run",
            made.toString(),
            "--data",
            made.toString(),
            "--model",
            "reader:first",
            "--extractor",
            "regex:(?=A)",
            "-o",
            work.resolve("never.assay").toString());
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(refused.err()).contains("the pattern '(?=A)' cannot be used").contains("RE2");
    assertThat(work.resolve("never.assay")).doesNotExist();
  }

  private CliOutcome call(String... arguments) {
    return CliOutcome.of(work.resolve("cache"), List.of(arguments));
  }
}

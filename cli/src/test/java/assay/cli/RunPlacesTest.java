package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where run files may lie, and what stays where none could be written. */
class RunPlacesTest {

  @TempDir private Path work;

  @BeforeEach
  void write() throws IOException {
    MadeBenchmark.write(work.resolve("made"), 4);
  }

  private CliOutcome call(String... arguments) {
    return CliOutcome.of(work, List.of(arguments));
  }

  private CliOutcome run(String... more) {
    String made = work.resolve("made").toString();
    return call(
        Stream.concat(
                Stream.of("run", made, "--data", made, "--model", "reader:first"), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aPlaceBelowAFileIsToldInPlainWords() throws IOException {
    Path file = Files.writeString(work.resolve("notes.txt"), "mine");

    CliOutcome told = run("-o", file.resolve("x.assay").toString());

    assertThat(told.code()).isEqualTo(2);
    assertThat(told.err())
        .contains(file + ": the folder cannot be made: there is a file of this name already")
        .contains("remedy: name a place that you may write to")
        .doesNotContain("Exception");
    assertThat(file).content().isEqualTo("mine");
  }

  @Test
  void dataThatCannotBeReadLeaveNoFolderBehind() throws IOException {
    Path questions = work.resolve("made/questions.jsonl");
    Files.writeString(questions, Files.readString(questions).replaceFirst("\\{", "["));

    Path mine = Files.createDirectories(work.resolve("mine"));

    CliOutcome told = run("-o", mine.resolve("new/newer/x.assay").toString());

    assertThat(told.code()).as(told.err()).isEqualTo(4);
    assertThat(mine).isEmptyDirectory();
  }

  @Test
  void rulesAreCheckedBeforeAnythingIsWritten() {
    String file = work.resolve("a.assay").toString();
    CliOutcome unknown = run("-o", file, "--extractor", "strickt");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("strickt", "strict");
    CliOutcome misplaced = run("-o", file, "--scorer", "yes-no", "--extractor", "number");
    assertThat(misplaced.code()).isEqualTo(2);
    assertThat(misplaced.err())
        .contains("extractor 'number' is not meant for the kinds of answer here: choice")
        .contains("scorer 'yes-no' is not meant for the kinds of answer here: choice")
        .contains("one of layered, ");
    assertThat(work.resolve("a.assay")).doesNotExist();
    CliOutcome mended = run("-o", file, "--extractor", "strict");
    assertThat(mended.code()).as(mended.err()).isZero();

    for (String named : List.of("number", "mirage,number")) {
      CliOutcome scored = call("score", file, "--extractor", named);
      assertThat(scored.code()).as(named).isEqualTo(2);
      assertThat(scored.err()).contains("extractor 'number' is not meant for").contains("mirage");
    }
    assertThat(call("score", file, "--extractor", "all,number").code()).isZero();
    assertThat(call("score", file, "--extractor", "strict").code()).isZero();
    assertThat(call("show", file, "--disagreements").out().replaceAll("\\s+", " "))
        .contains("read any. To compare more: assay score RUN --extractor all");
  }

  @Test
  void resumingACompleteRunSaysThatNothingWasLeft() {
    String file = work.resolve("a.assay").toString();
    assertThat(run("-o", file).code()).isZero();

    CliOutcome again = call("resume", file);

    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("assay: nothing was left to ask; these are its results");
    assertThat(again.out()).contains("accuracy");
  }
}

package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores that somebody changed in the run file are not shown as if they had been given. */
class StoredScoresTest {

  private static final String BY_RULES = "are not those that the rules give for the replies";

  @TempDir private Path work;
  private Path run;

  @BeforeEach
  void makeRun() throws IOException {
    MadeBenchmark.write(work.resolve("made"), 30);
    run = work.resolve("run.assay");
    CliOutcome made =
        assay(
            "run",
            work.resolve("made"),
            "--data",
            work.resolve("made"),
            "--model",
            "reader:oracle,accuracy=0.6",
            "-o",
            run);
    assertThat(made.code()).as(made.err()).isZero();
  }

  private CliOutcome assay(Object... arguments) {
    return CliOutcome.of(
        work.resolve("cache"), List.of(arguments).stream().map(Object::toString).toList());
  }

  private void tamper(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + run);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isNotNegative();
    }
  }

  private String changed(long scoring) {
    return "run.assay: the readings or scores of scoring " + scoring + " were changed by hand";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE score SET value = 1 WHERE scoring = 1",
        "UPDATE score SET value = value + 1e-15 WHERE trial = 3",
        "UPDATE score SET value = NULL, undefined = 'unread' WHERE trial = 3",
        "UPDATE reading SET answer = replace(answer, 'A', 'B')",
        "UPDATE reading SET outcome = 'unreadable' WHERE trial = 7",
        "UPDATE reading SET guessed = 1",
        "UPDATE reading SET span_start = span_start + 1 WHERE trial = 7",
        "DELETE FROM score WHERE trial = 3",
        "DELETE FROM reading WHERE trial = 3",
        "UPDATE scoring SET version = '9'",
        "UPDATE scoring_seal SET sha256 = 'ff'"
      })
  void nothingOfThemIsShown(String sql) throws SQLException {
    tamper(sql);
    Path table = work.resolve("run.csv");
    for (CliOutcome outcome :
        List.of(
            assay("show", run),
            assay("show", run, "--json"),
            assay("show", run, "--scoring", 1),
            assay("show", run, "--items", "wrong"),
            assay("show", run, "--disagreements"),
            assay("diff", run, run),
            assay("export", run, "--to", "csv", "-o", table))) {
      assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DATA.code());
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err())
          .contains(changed(1))
          .contains("expected: those that were stored when it was made, SHA-256 ")
          .contains(
              "remedy: score the replies again: assay score RUN; 'assay check RUN' says what");
    }
    assertThat(table).doesNotExist();
    for (CliOutcome outcome : List.of(assay("check", run), assay("compare", run, run))) {
      assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DATA.code());
      assertThat(outcome.err()).containsAnyOf(BY_RULES, changed(1));
    }
  }

  @Test
  void scoringAgainHeals() throws SQLException {
    CliOutcome before = assay("show", run);
    tamper("UPDATE score SET value = 1 - value WHERE trial = 0");
    assertThat(assay("score", run).code()).isZero();

    assertThat(assay("show", run).out()).isEqualTo(before.out());
    assertThat(assay("show", run, "--scoring", 2).code()).isZero();
    assertThat(assay("check", run).code()).isZero();
    assertThat(assay("show", run, "--scoring", 1).err()).contains(changed(1));
    CliOutcome none = assay("show", run, "--scoring", 3);
    assertThat(none.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(none.err()).contains("the run has no scoring 3");
  }

  /** A file of an Assay that sealed no scorings, or one from which the seal was taken away. */
  @ParameterizedTest
  @ValueSource(strings = {"DROP TABLE scoring_seal", "DELETE FROM scoring_seal"})
  void withoutASealTheRepliesAreScoredAgain(String unsealed) throws Exception {
    CliOutcome before = assay("show", run);
    tamper(unsealed);
    byte[] bytes = Files.readAllBytes(run);
    assertThat(assay("show", run).out()).isEqualTo(before.out());
    assertThat(assay("check", run).code()).isZero();
    assertThat(Files.readAllBytes(run)).isEqualTo(bytes);

    tamper("UPDATE score SET value = 1 - value WHERE trial < 2");
    List<CliOutcome> outcomes = new ArrayList<>();
    outcomes.add(assay("show", run));
    outcomes.add(assay("export", run, "--to", "csv"));
    for (CliOutcome outcome : outcomes) {
      assertThat(outcome.code()).isEqualTo(ExitCode.DATA.code());
      assertThat(outcome.err()).contains("run.assay: the scores of 2 trials " + BY_RULES);
    }
    assertThat(assay("score", run).code()).isZero();
    assertThat(assay("show", run).out()).isEqualTo(before.out());
  }
}

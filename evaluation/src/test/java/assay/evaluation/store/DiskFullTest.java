package assay.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.core.exchange.Generation;
import assay.evaluation.plan.RunPlan;
import assay.evaluation.plan.Selection;
import assay.evaluation.runner.RunOutcome;
import assay.evaluation.scoring.ScoringPass;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that may not grow any more is what a full disk is to SQLite. */
class DiskFullTest {

  private static final String MESSAGE = "cannot write the run file: the disk is full";

  @TempDir private Path folder;
  private final SmallBenchmark small = SmallBenchmark.ofChoices().choices(600);
  private final ScriptedModel model =
      new ScriptedModel((question, n) -> ScriptedModel.reply("A, because " + "x".repeat(900)));

  /** So many pages more, or as many as there can be. */
  private static void grow(RunFile file, long pages) {
    try (Statement statement = file.connection().createStatement()) {
      long now;
      try (ResultSet row = statement.executeQuery("PRAGMA page_count")) {
        now = row.getLong(1);
      }
      statement.execute("PRAGMA max_page_count = " + Math.min(now + pages, 1_000_000_000));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aRunThatFindsNoRoomKeepsWhatItHasAndGoesOnWhenThereIs() {
    Path path = folder.resolve("run.assay");
    long before;
    try (RunFile file = new TestRun(small).planned(path, model)) {
      grow(file, 150);
      assertThatThrownBy(() -> new TestRun(small).run(file, model))
          .isInstanceOf(AssayException.class)
          .hasMessageContaining(path.toString())
          .hasMessageContaining(MESSAGE)
          .hasMessageContaining("make room");
      before = TrialCounts.of(file).answered();
    }
    try (RunFile file = RunFile.open(path)) {
      file.requireIntact();
      assertThat(TrialCounts.of(file).answered()).isEqualTo(before).isLessThan(600);
      RunOutcome outcome = new TestRun(small).run(file, model);
      assertThat(outcome.end()).isEqualTo(RunOutcome.End.DONE);
      assertThat(TrialCounts.of(file).answered()).isEqualTo(600);
    }
  }

  @Test
  void aScoringThatFindsNoRoomLeavesNone() {
    try (RunFile file = new TestRun(small).done(folder.resolve("run.assay"), model)) {
      grow(file, 3);
      assertThatThrownBy(() -> ScoringPass.run(file, small.ruleSet(), "test"))
          .isInstanceOf(AssayException.class)
          .hasMessageContaining(MESSAGE);
      assertThat(ScoredTrials.newestScoring(file)).isEmpty();
      grow(file, 1_000_000_000);
      assertThat(ScoringPass.run(file, small.ruleSet(), "test")).isEqualTo(1);
    }
  }

  @Test
  void aPlanThatFindsNoRoomLeavesNone() {
    RunPlan plan =
        new RunPlan(
            small.benchmark(),
            "test",
            null,
            List.of("standard"),
            1,
            7,
            new Selection.All(),
            Generation.UNSET);
    Snapshot snapshot = new Snapshot("name: small\n", List.of(), new LinkedHashMap<>());
    try (RunFile file = RunFile.create(folder.resolve("run.assay"))) {
      grow(file, 20);
      PlanWriter writer = new PlanWriter(file, plan);
      assertThatThrownBy(() -> writer.write(small.pool(), model, 0, snapshot))
          .isInstanceOf(AssayException.class)
          .hasMessageContaining(MESSAGE);
      assertThat(TrialCounts.of(file).total()).isZero();
      assertThat(file.values()).isEmpty();
      grow(file, 1_000_000_000);
      assertThat(writer.write(small.pool(), model, 0, snapshot)).isEqualTo(600);
    }
  }
}

package assay.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.exchange.FailureKind;
import assay.evaluation.plan.PlannedTrial;
import assay.evaluation.plan.SkipReason;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingTrialsTest {

  @TempDir private Path folder;
  private final ScriptedModel model = ScriptedModel.saying("A");

  private RunFile planned(int samples) {
    SmallBenchmark small = SmallBenchmark.ofChoices().choices(samples);
    return new TestRun(small).planned(folder.resolve("run.assay"), model);
  }

  private static List<Long> rest(PendingTrials pending) {
    List<Long> ordinals = new ArrayList<>();
    for (Optional<PlannedTrial> next = pending.next(); next.isPresent(); next = pending.next()) {
      ordinals.add(next.get().ordinal());
    }
    return ordinals;
  }

  private static void end(RunFile file, long ordinal) {
    Sql.update(file.connection(), "UPDATE trial SET state = 'answered' WHERE ordinal = ?", ordinal);
  }

  @Test
  void givesEachTrialOnceWhileOthersChangeTheirState() {
    try (RunFile file = planned(1_000);
        PendingTrials pending = new PendingTrials(file, "scripted")) {
      List<Long> given = new ArrayList<>();
      for (Optional<PlannedTrial> next = pending.next(); next.isPresent(); next = pending.next()) {
        given.add(next.get().ordinal());
        end(file, next.get().ordinal());
        if (next.get().ordinal() == 300) {
          end(file, 700); // further on than was looked yet
        }
      }
      assertThat(given).isSorted().doesNotHaveDuplicates().hasSize(999).doesNotContain(700L);
      assertThat(PendingTrials.left(file, "scripted")).isZero();
    }
  }

  @Test
  void goesByThePlanAndNotByTheIndexOverModels() {
    try (RunFile file = planned(10)) {
      String way = String.join("\n", TestRun.explain(file, PendingTrials.QUERY));
      assertThat(way).contains("rowid>?").doesNotContain("TEMP B-TREE", "model=?");
    }
  }

  @Test
  void whatFailedInAWayThatMayPassIsReopened() {
    try (RunFile file = planned(FailureKind.values().length + 2)) {
      int ordinal = 0;
      for (FailureKind kind : FailureKind.values()) {
        Sql.update(
            file.connection(),
            "UPDATE trial SET state = 'failed', reason = ?, message = 'm' WHERE ordinal = ?",
            kind.id(),
            ordinal++);
      }
      Sql.update(
          file.connection(),
          "UPDATE trial SET state = 'skipped', reason = 'budget' WHERE ordinal = ?",
          ordinal++);
      Sql.update(
          file.connection(),
          "UPDATE trial SET state = 'skipped', reason = 'limit' WHERE ordinal = ?",
          ordinal);
      assertThat(PendingTrials.reopen(file)).isEqualTo(8);
      assertThat(TestRun.query(file, "SELECT reason FROM trial WHERE state = 'failed' ORDER BY 1"))
          .containsExactly(
              "content-filtered",
              "context-too-long",
              "not-recorded",
              "recorded-failure",
              "rejected");
      assertThat(TestRun.query(file, "SELECT reason FROM trial WHERE state = 'skipped'"))
          .containsExactly("limit");
      try (PendingTrials pending = new PendingTrials(file, "scripted")) {
        assertThat(rest(pending)).hasSize(8);
      }
    }
  }

  @Test
  void theRestCanBeSkipped() {
    try (RunFile file = planned(5)) {
      end(file, 0);
      PendingTrials.skipRest(file, "scripted", SkipReason.BUDGET);
      assertThat(TestRun.query(file, "SELECT ifnull(reason, state) FROM trial"))
          .containsExactly("answered", "budget", "budget", "budget", "budget");
    }
  }
}

package assay.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.exchange.FailureKind;
import assay.evaluation.estimate.Results;
import assay.evaluation.runner.RunOutcome.End;
import assay.evaluation.store.PendingTrials;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.TrialCounts;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import assay.testkit.generate.Generators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is broken off again and again ends like one that was not. */
class InterruptedRunTest {

  private static final int TRIALS = 2_000;

  @TempDir private Path folder;
  private final SmallBenchmark small = SmallBenchmark.ofChoices().slices("exam");

  InterruptedRunTest() {
    for (int i = 1; i <= TRIALS; i++) {
      String key = String.valueOf((char) ('A' + i % 4));
      small.add(SmallBenchmark.tagged(SmallBenchmark.choice("q" + i, key), "exam", "step" + i % 3));
    }
  }

  /** The same answer to the same question, now and then after a failure, seldom none at all. */
  private static ScriptedModel model(AtomicInteger answered) {
    return new ScriptedModel(
        (q, n) -> {
          int number = Integer.parseInt(q.substring("question q".length()));
          if (number % 97 == 0) {
            return ScriptedModel.failure(FailureKind.CONTENT_FILTERED);
          }
          if (number % 13 == 0 && n == 1) {
            return ScriptedModel.failure(FailureKind.SERVER);
          }
          answered.incrementAndGet();
          return ScriptedModel.reply(String.valueOf((char) ('A' + number * 7 % 11 % 4)));
        });
  }

  @Test
  void stoppedAndTakenUpAgainItHasEveryTrialOnceAndTheSameEstimates() {
    Results undisturbed;
    try (RunFile file =
        new TestRun(small).done(folder.resolve("whole.assay"), model(new AtomicInteger()))) {
      undisturbed = new TestRun(small).results(file);
    }
    Generators draw = Generators.of(20_261_122);
    AtomicInteger answered = new AtomicInteger();
    Path path = folder.resolve("broken.assay");
    new TestRun(small).planned(path, model(answered)).close();
    int sessions = 0;
    End end = End.STOPPED;
    while (end != End.DONE) {
      sessions++;
      int until = draw.between(1, 250);
      TestRun run = new TestRun(small).concurrency(draw.between(1, 64));
      try (RunFile file = RunFile.open(path)) {
        PendingTrials.reopen(file);
        AtomicReference<Runner> runner = new AtomicReference<>();
        AtomicInteger here = new AtomicInteger();
        ScriptedModel model = model(answered);
        ScriptedModel stopping =
            new ScriptedModel(
                (q, n) -> {
                  if (here.incrementAndGet() == until) {
                    runner.get().stop();
                  }
                  return model.script().answer(q, n);
                });
        runner.set(run.runner(file, stopping));
        end = runner.get().run().end();
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts here", e);
      }
    }
    assertThat(sessions).isGreaterThan(5);
    try (RunFile file = RunFile.open(path)) {
      TrialCounts counts = TrialCounts.of(file);
      assertThat(counts.failed()).isEqualTo(TRIALS / 97);
      assertThat(counts.answered()).isEqualTo(TRIALS - TRIALS / 97).isEqualTo(answered.get());
      assertThat(new TestRun(small).results(file)).isEqualTo(undisturbed);
    }
  }

  @Test
  void aFileLeftBehindByAKilledProcessIsWholeUpToItsLastGroup() throws Exception {
    Path path = folder.resolve("run.assay");
    List<Path> copies = new ArrayList<>();
    AtomicInteger answered = new AtomicInteger();
    TestRun run =
        new TestRun(small)
            .progress(
                state -> {
                  if (state.doneNow() == 700 || state.doneNow() == 1_500) {
                    copies.add(asAKillLeavesIt(path, "killed" + state.doneNow()));
                  }
                });
    try (RunFile file = run.planned(path, model(answered))) {
      run.run(file, model(answered));
    }
    assertThat(copies).hasSize(2);
    for (Path copy : copies) {
      int reported = Integer.parseInt(copy.getFileName().toString().replaceAll("\\D", ""));
      try (RunFile file = RunFile.openReadOnly(copy)) {
        TrialCounts counts = TrialCounts.of(file);
        assertThat(counts.answered() + counts.failed()).isGreaterThanOrEqualTo(reported);
        assertThat(counts.total()).isEqualTo(TRIALS);
      }
      try (RunFile file = RunFile.open(copy)) {
        assertThat(new TestRun(small).run(file, model(answered)).end()).isEqualTo(End.DONE);
        assertThat(TrialCounts.of(file).planned()).isZero();
      }
      assertThat(copy.resolveSibling(copy.getFileName() + "-wal")).doesNotExist();
      assertThat(copy.resolveSibling(copy.getFileName() + ".lock")).doesNotExist();
    }
  }

  /** A copy of file, write-ahead log and lock file, taken between two groups. */
  private Path asAKillLeavesIt(Path path, String name) {
    Path copy = folder.resolve(name + ".assay");
    try {
      for (String ending : List.of("", "-wal", ".lock")) {
        Files.copy(
            path.resolveSibling(path.getFileName() + ending),
            copy.resolveSibling(copy.getFileName() + ending),
            StandardCopyOption.REPLACE_EXISTING);
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

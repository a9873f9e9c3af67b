package assay.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.exchange.FailureKind;
import assay.evaluation.runner.RunOutcome.End;
import assay.evaluation.store.PendingTrials;
import assay.evaluation.store.RunFile;
import assay.evaluation.support.HeldClock;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.TestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How a run ends before everything was asked. */
class RunnerStopTest extends RunnerCase {

  @Test
  void stoppingKeepsWhatIsUnderWay() throws InterruptedException {
    CountDownLatch underWay = new CountDownLatch(4);
    CountDownLatch go = new CountDownLatch(1);
    ScriptedModel model =
        new ScriptedModel(
            (q, n) -> {
              underWay.countDown();
              go.await();
              return ScriptedModel.reply("A");
            });
    TestRun run = new TestRun(small).concurrency(4);
    try (RunFile file = run.planned(file(), model)) {
      Runner runner = run.runner(file, model);
      AtomicReference<RunOutcome> outcome = new AtomicReference<>();
      Thread running = Thread.ofPlatform().start(() -> outcome.set(ended(runner)));
      underWay.await();
      runner.stop();
      go.countDown();
      running.join();
      assertThat(outcome.get().end()).isEqualTo(End.STOPPED);
      assertThat(counts(file).answered()).isEqualTo(4);
      assertThat(counts(file).planned()).isEqualTo(16);
    }
  }

  @Test
  void stoppingDoesNotWaitForThoseThatAreToBeTriedAgain() throws InterruptedException {
    HeldClock clock = new HeldClock(6);
    ScriptedModel model = new ScriptedModel((q, n) -> ScriptedModel.failure(FailureKind.SERVER));
    TestRun run = new TestRun(small).concurrency(3).clock(clock);
    try (RunFile file = run.planned(file(), model)) {
      Runner runner = run.runner(file, model);
      AtomicReference<RunOutcome> outcome = new AtomicReference<>();
      Thread running = Thread.ofPlatform().start(() -> outcome.set(ended(runner)));
      clock.awaitSleepers(); // twice the limit, so that no more may begin
      runner.stop();
      running.join();
      assertThat(outcome.get().end()).isEqualTo(End.STOPPED);
      assertThat(counts(file).planned()).isEqualTo(20);
      assertThat(counts(file).failed()).isZero();
    }
  }

  @Test
  void aStopThatComesAfterTheLastTrialIsNone() {
    List<Runner> runners = new ArrayList<>();
    ScriptedModel model = ScriptedModel.saying("A");
    TestRun run =
        new TestRun(small)
            .progress(
                state -> {
                  if (state.done() == state.total()) {
                    runners.getFirst().stop();
                  }
                });
    try (RunFile file = run.planned(file(), model)) {
      Runner runner = run.runner(file, model);
      runners.add(runner);
      assertThat(ended(runner).end()).isEqualTo(End.DONE);
    }
  }

  @Test
  void interruptionEndsWhatIsUnderWayAndLosesNoReply() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(5);
    CountDownLatch hanging = new CountDownLatch(3);
    ScriptedModel model =
        new ScriptedModel(
            (q, n) -> {
              if (Integer.parseInt(q.substring(10)) > 5) {
                hanging.countDown();
                new CountDownLatch(1).await();
              }
              return ScriptedModel.reply("A");
            });
    TestRun run = new TestRun(small).concurrency(3).progress(state -> answered.countDown());
    try (RunFile file = run.planned(file(), model)) {
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread running =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      run.runner(file, model).run();
                    } catch (InterruptedException e) {
                      thrown.set(e);
                    }
                  });
      answered.await();
      hanging.await();
      running.interrupt();
      running.join();
      assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
      assertThat(counts(file).answered()).isEqualTo(5);
      assertThat(counts(file).planned()).isEqualTo(15);
    }
  }

  @Test
  void theBudgetEndsTheRunAndIsOversteppedByNoMoreThanARequest() {
    ScriptedModel model = ScriptedModel.saying("A"); // 20 tokens each
    TestRun run =
        new TestRun(small)
            .concurrency(8)
            .budget(
                new Budget(OptionalLong.of(170), OptionalDouble.empty(), Pricing.UNKNOWN, 0, 0));
    try (RunFile file = run.planned(file(), model)) {
      RunOutcome outcome = run.run(file, model);
      assertThat(outcome.end()).isEqualTo(End.BUDGET);
      assertThat(outcome.message()).isEqualTo("180 tokens used of 170");
      assertThat(counts(file).answered()).isEqualTo(9);
      assertThat(counts(file).skipped()).isEqualTo(11);
      assertThat(state(file, 19)).isEqualTo("skipped budget null 0");
      assertThat(PendingTrials.reopen(file)).isEqualTo(11);
    }
  }

  @Test
  void aBudgetThatIsUsedUpByTheLastTrialEndsNothing() {
    ScriptedModel model = ScriptedModel.saying("A");
    TestRun run =
        new TestRun(small)
            .budget(
                new Budget(OptionalLong.of(400), OptionalDouble.empty(), Pricing.UNKNOWN, 0, 0));
    try (RunFile file = run.done(file(), model)) {
      assertThat(counts(file).answered()).isEqualTo(20);
    }
  }
}

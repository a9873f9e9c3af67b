package assay.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.exchange.FailureKind;
import assay.evaluation.runner.RunOutcome.End;
import assay.evaluation.store.PendingTrials;
import assay.evaluation.store.RunFile;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import assay.evaluation.support.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a runner does about failures of each kind. */
class RunnerFailuresTest extends RunnerCase {

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"RATE_LIMITED", "TIMEOUT", "SERVER", "NETWORK", "INVALID_RESPONSE"})
  void triesAgainWhatMayPass(FailureKind kind) {
    ScriptedModel model =
        new ScriptedModel((q, n) -> n < 4 ? ScriptedModel.failure(kind) : ScriptedModel.reply("A"));
    VirtualClock clock = new VirtualClock();
    try (RunFile file = new TestRun(small).clock(clock).done(file(), model)) {
      assertThat(counts(file).answered()).isEqualTo(20);
      assertThat(model.requests()).isEqualTo(80);
      assertThat(clock.sleeps()).hasSizeGreaterThanOrEqualTo(60);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"TIMEOUT", "SERVER", "NETWORK", "INVALID_RESPONSE"})
  void givesUpAfterSixTriesAndKeepsTheKind(FailureKind kind) {
    ScriptedModel model =
        new ScriptedModel(
            (q, n) ->
                q.equals("question q3") ? ScriptedModel.failure(kind) : ScriptedModel.reply("A"));
    try (RunFile file = new TestRun(small).done(file(), model)) {
      assertThat(counts(file).failed()).isEqualTo(1);
      assertThat(counts(file).answered()).isEqualTo(19);
      assertThat(model.asked()).containsEntry("question q3", 6);
      assertThat(state(file, 2)).isEqualTo("failed " + kind.id() + " scripted " + kind.id() + " 6");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"CONTENT_FILTERED", "CONTEXT_TOO_LONG", "REJECTED"})
  void keepsWhatWouldOnlyComeAgain(FailureKind kind) {
    ScriptedModel model = new ScriptedModel((q, n) -> ScriptedModel.failure(kind));
    try (RunFile file = new TestRun(small).done(file(), model)) {
      assertThat(counts(file).failed()).isEqualTo(20);
      assertThat(model.requests()).isEqualTo(20);
      assertThat(PendingTrials.reopen(file)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"QUOTA_EXHAUSTED", "UNUSABLE"})
  void stopsWhereOthersWouldFailInTheSameWay(FailureKind kind) {
    ScriptedModel model =
        new ScriptedModel(
            (q, n) ->
                q.equals("question q1") ? ScriptedModel.failure(kind) : ScriptedModel.reply("A"));
    TestRun run = new TestRun(small).concurrency(1);
    try (RunFile file = run.planned(file(), model)) {
      RunOutcome outcome = run.run(file, model);
      assertThat(outcome.end()).isEqualTo(End.UNUSABLE);
      assertThat(outcome.message()).isEqualTo("scripted " + kind.id());
      assertThat(outcome.fault().kind()).isEqualTo(kind);
      assertThat(model.requests()).as("nobody follows the one that failed").isEqualTo(1);
      assertThat(counts(file).failed()).isEqualTo(1);
      assertThat(PendingTrials.reopen(file)).isEqualTo(1);
      ScriptedModel mended = ScriptedModel.saying("A");
      assertThat(run.run(file, mended).end()).isEqualTo(End.DONE);
      assertThat(counts(file).answered()).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      mode = Mode.INCLUDE,
      names = {"NETWORK", "SERVER"})
  void givesUpOnAnEndpointThatNeverAnsweredAnybody(FailureKind kind) {
    ScriptedModel model = new ScriptedModel((q, n) -> ScriptedModel.failure(kind));
    TestRun run = new TestRun(small).concurrency(1);
    try (RunFile file = run.planned(file(), model)) {
      RunOutcome outcome = run.run(file, model);
      assertThat(outcome.end()).isEqualTo(End.UNUSABLE);
      assertThat(outcome.message())
          .isEqualTo("nothing was ever answered, and 5 failed: scripted " + kind.id());
      assertThat(counts(file).failed()).isBetween(5L, 6L);
      assertThat(counts(file).planned()).isBetween(14L, 15L);
    }
  }

  @Test
  void doesNotGiveUpOnAnEndpointThatOnceAnswered() {
    ScriptedModel model =
        new ScriptedModel(
            (q, n) ->
                q.equals("question q1")
                    ? ScriptedModel.reply("A")
                    : ScriptedModel.failure(FailureKind.SERVER));
    try (RunFile file = new TestRun(small).concurrency(1).done(file(), model)) {
      assertThat(counts(file).failed()).isEqualTo(19);
    }
  }

  @Test
  void waitsAsLongAsTheEndpointSays() {
    ScriptedModel model =
        new ScriptedModel(
            (q, n) ->
                n == 1 && q.equals("question q1")
                    ? ScriptedModel.failure(FailureKind.RATE_LIMITED, Duration.ofSeconds(90))
                    : ScriptedModel.reply("A"));
    VirtualClock clock = new VirtualClock();
    try (RunFile file =
        new TestRun(SmallBenchmark.ofChoices().choices(1)).clock(clock).done(file(), model)) {
      assertThat(clock.passed()).isEqualTo(Duration.ofSeconds(90));
      assertThat(counts(file).answered()).isEqualTo(1);
    }
  }

  @Test
  void anEndpointThatMeansTomorrowEndsTheRun() {
    ScriptedModel model =
        new ScriptedModel(
            (q, n) -> ScriptedModel.failure(FailureKind.RATE_LIMITED, Duration.ofHours(9)));
    VirtualClock clock = new VirtualClock();
    TestRun run = new TestRun(small).clock(clock).concurrency(1);
    try (RunFile file = run.planned(file(), model)) {
      RunOutcome outcome = run.run(file, model);
      assertThat(outcome.end()).isEqualTo(End.UNUSABLE);
      assertThat(outcome.message())
          .isEqualTo("it asks for a longer wait than is kept: scripted rate-limited");
      assertThat(clock.passed()).isEqualTo(Duration.ZERO);
      assertThat(state(file, 0)).isEqualTo("failed rate-limited scripted rate-limited 1");
      assertThat(model.requests()).isLessThanOrEqualTo(2);
      assertThat(PendingTrials.reopen(file)).isEqualTo(model.requests());
    }
  }

  @Test
  void refusalsOfAnEndpointThatAnswersNobodyAreHeldAgainstATrial() {
    ScriptedModel model =
        new ScriptedModel((q, n) -> ScriptedModel.failure(FailureKind.RATE_LIMITED));
    TestRun run = new TestRun(SmallBenchmark.ofChoices().choices(1));
    try (RunFile file = run.planned(file(), model)) {
      RunOutcome outcome = ended(run.runner(file, model));
      assertThat(outcome.end()).isEqualTo(End.UNUSABLE);
      assertThat(outcome.message()).isEqualTo("nothing was ever answered: scripted rate-limited");
      assertThat(state(file, 0)).isEqualTo("failed rate-limited scripted rate-limited 6");
    }
  }

  @Test
  void aFaultOfTheReaderIsSeenAndLosesNoReply() {
    ScriptedModel model =
        new ScriptedModel(
            (q, n) -> {
              if (q.equals("question q7")) {
                throw new IllegalStateException("a fault of the reader");
              }
              return ScriptedModel.reply("A");
            });
    TestRun run = new TestRun(small).concurrency(2);
    try (RunFile file = run.planned(file(), model)) {
      assertThatThrownBy(() -> run.run(file, model)).hasMessage("a fault of the reader");
      assertThat(counts(file).answered()).isEqualTo(model.requests() - 1L);
      assertThat(counts(file).failed()).isZero();
    }
  }

  @Test
  void aListenerThatThrowsEndsTheRunInsteadOfHangingIt() {
    ScriptedModel model = ScriptedModel.saying("A");
    SmallBenchmark many = SmallBenchmark.ofChoices().choices(3_000);
    TestRun run =
        new TestRun(many)
            .progress(
                state -> {
                  throw new UncheckedIOException(new IOException("nobody reads any more"));
                });
    try (RunFile file = run.planned(file(), model)) {
      assertThatThrownBy(() -> run.run(file, model)).hasMessageContaining("nobody reads any more");
    }
  }
}

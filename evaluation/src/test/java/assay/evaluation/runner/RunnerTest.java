package assay.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.core.Media;
import assay.core.Problem;
import assay.core.Sample;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Generation;
import assay.core.exchange.ReferenceReader;
import assay.core.exchange.Trial;
import assay.evaluation.plan.Selection;
import assay.evaluation.protocol.PromptRenderer;
import assay.evaluation.runner.RunOutcome.End;
import assay.evaluation.store.PendingTrials;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.TrialContent;
import assay.evaluation.store.TrialCounts;
import assay.evaluation.support.HeldClock;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import assay.evaluation.support.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RunnerTest {

  @TempDir private Path folder;
  private final SmallBenchmark small = SmallBenchmark.ofChoices().choices(20);

  private Path file() {
    return folder.resolve("run.assay");
  }

  private static TrialCounts counts(RunFile file) {
    return TrialCounts.of(file);
  }

  @Test
  void asksEveryTrialOnceAndKeepsItsReply() {
    ScriptedModel model = new ScriptedModel((question, n) -> ScriptedModel.reply("to " + question));
    try (RunFile file = new TestRun(small).done(file(), model)) {
      assertThat(counts(file).answered()).isEqualTo(20);
      assertThat(counts(file).promptTokens()).isEqualTo(300);
      assertThat(model.asked()).hasSize(20).allSatisfy((q, n) -> assertThat(n).isEqualTo(1));
      assertThat(TrialContent.reply(file, 4).orElseThrow().text()).isEqualTo("to question q5");
      assertThat(TrialContent.request(file, 4).orElseThrow()).contains("question q5");
    }
  }

  @Test
  void putsNoMoreAtOnceThanAllowed() {
    ScriptedModel model = ScriptedModel.saying("A");
    try (RunFile file = new TestRun(small).concurrency(3).done(file(), model)) {
      assertThat(counts(file).answered()).isEqualTo(20);
      assertThat(model.mostAtOnce()).isBetween(1, 3);
    }
  }

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
      assertThat(model.requests()).isLessThan(20);
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

  @Test
  void aPictureThatIsMissingEndsTheRunWithItsName() {
    Sample pictured =
        new Sample(
            "q0",
            null,
            "en",
            "what is seen",
            SmallBenchmark.choice("q0", "A").options(),
            List.of(new Media.File("gone.png")),
            SmallBenchmark.choice("q0", "A").target(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            List.of());
    SmallBenchmark pictures = SmallBenchmark.ofChoices().choices(3).add(pictured);
    ScriptedModel model = ScriptedModel.saying("A");
    TestRun run = new TestRun(pictures);
    PromptRenderer renderer =
        new PromptRenderer(
            pictures.benchmark().prompt(),
            Generation.UNSET,
            List.of(),
            media -> {
              throw AssayException.data(Problem.of("the picture is missing").at("gone.png"));
            });
    try (RunFile file = run.planned(file(), model)) {
      RunnerSettings settings =
          new RunnerSettings(
              2,
              RetryPolicy.standard(1),
              Budget.unlimited(),
              null,
              new VirtualClock(),
              Progress.NONE);
      assertThatThrownBy(() -> new Runner(file, model, renderer, settings).run())
          .isInstanceOf(AssayException.class)
          .hasMessage("gone.png: the picture is missing");
      assertThat(counts(file).answered()).isEqualTo(3);
      assertThat(counts(file).planned()).isEqualTo(1);
    }
  }

  @Test
  void aRecordingIsReadWithoutRequests() {
    TestRun run = new TestRun(small);
    Map<String, String> replies = Map.of("q1", "A", "q2", "C");
    try (RunFile file = run.done(file(), TestRun.recorded(replies))) {
      assertThat(counts(file).answered()).isEqualTo(2);
      assertThat(counts(file).failed()).isEqualTo(18);
      assertThat(TrialContent.request(file, 0)).isEmpty();
      assertThat(state(file, 2)).isEqualTo("failed not-recorded not in the recording 1");
    }
  }

  @Test
  void whatAPartialRecordingLacksIsSkipped() {
    TestRun run = new TestRun(small);
    try (RunFile file = run.done(file(), TestRun.recorded(Map.of("q1", "A"), true))) {
      assertThat(counts(file).answered()).isEqualTo(1);
      assertThat(counts(file).skipped()).isEqualTo(19);
      assertThat(state(file, 2)).isEqualTo("skipped not in the partial recording null 1");
    }
  }

  @Test
  void aReferenceReaderSeesTheSampleBehindTheTrial() {
    ReferenceReader reader =
        new ReferenceReader() {
          @Override
          public Attempt answer(Trial trial, Sample sample) {
            return ScriptedModel.reply(trial.sampleId() + "=" + sample.target().kind().id());
          }

          @Override
          public String name() {
            return "reader:test";
          }

          @Override
          public String identity() {
            return "reader:test";
          }
        };
    try (RunFile file = new TestRun(small).done(file(), reader)) {
      assertThat(TrialContent.reply(file, 0).orElseThrow().text()).isEqualTo("q1=choice");
    }
  }

  @Test
  void trialsOfAnotherReaderAreLeftAlone() {
    ScriptedModel model = ScriptedModel.saying("A");
    TestRun run = new TestRun(small);
    try (RunFile file = run.planned(file(), model)) {
      assertThatThrownBy(() -> run.run(file, TestRun.recorded(Map.of())))
          .isInstanceOf(AssayException.class)
          .hasMessageContaining("the run has no trials for the reader 'recorded:them'")
          .hasMessageContaining("expected: one of scripted");
    }
  }

  @Test
  void progressCountsWhatIsOnDisk() {
    List<Progress.State> states = new ArrayList<>();
    ScriptedModel model = ScriptedModel.saying("A");
    TestRun run =
        new TestRun(small).selection(new Selection.Limit(12, 7, null)).progress(states::add);
    try (RunFile file = run.done(file(), model)) {
      assertThat(counts(file).skipped()).isEqualTo(8);
      assertThat(states).hasSize(12).extracting(Progress.State::total).containsOnly(12L);
      assertThat(states).extracting(Progress.State::done).isSorted().endsWith(12L);
      assertThat(states.getLast().tokens()).isEqualTo(240);
      assertThat(states.getLast().failed()).isZero();
    }
  }

  private static RunOutcome ended(Runner runner) {
    try {
      return runner.run();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts here", e);
    }
  }

  /** State, reason, message and number of tries of a trial. */
  private static String state(RunFile file, long ordinal) {
    return TestRun.query(
            file,
            "SELECT state || ' ' || ifnull(reason, 'null') || ' ' || ifnull(message, 'null') || ' '"
                + " || attempts FROM trial WHERE ordinal = "
                + ordinal)
        .getFirst();
  }
}

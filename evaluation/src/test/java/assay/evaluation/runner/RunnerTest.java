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
import assay.core.exchange.Recording;
import assay.core.exchange.ReferenceReader;
import assay.core.exchange.Trial;
import assay.evaluation.plan.Selection;
import assay.evaluation.protocol.PromptRenderer;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.TrialContent;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import assay.evaluation.support.VirtualClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a runner asks, and what it keeps. */
class RunnerTest extends RunnerCase {

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

  /** What a recording says has failed says nothing of who could be asked now. */
  @Test
  void failuresOfARecordingEndNoRun() throws InterruptedException {
    Recording failing = TestRun.failing(FailureKind.SERVER, "the log says: 503");
    TestRun run = new TestRun(small);
    try (RunFile file = run.planned(file(), failing)) {
      assertThat(run.run(file, failing).end()).isEqualTo(RunOutcome.End.DONE);
      assertThat(counts(file).failed()).isEqualTo(20);
      assertThat(state(file, 2)).isEqualTo("failed server the log says: 503 1");
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
}

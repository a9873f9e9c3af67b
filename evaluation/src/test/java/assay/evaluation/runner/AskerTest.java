package assay.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Generation;
import assay.evaluation.plan.PlannedTrial;
import assay.evaluation.protocol.PromptRenderer;
import assay.evaluation.store.Finished;
import assay.evaluation.support.ScriptedModel;
import assay.evaluation.support.SmallBenchmark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AskerTest {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private final AtomicInteger others = new AtomicInteger();

  /** While the first trial sleeps, so many others are put; each sleep takes the next number. */
  private Finished asked(ScriptedModel model, int... othersMeanwhile) throws Exception {
    Asker[] asker = new Asker[1];
    AdaptiveLimit[] limit = new AdaptiveLimit[1];
    AtomicInteger sleeps = new AtomicInteger();
    Clock clock =
        new Clock() {
          @Override
          public long nanos() {
            return 0;
          }

          @Override
          public void sleep(Duration duration) throws InterruptedException {
            int nap = sleeps.getAndIncrement();
            for (int i = 0; i < (nap < othersMeanwhile.length ? othersMeanwhile[nap] : 0); i++) {
              try {
                asker[0].ask(planned("other" + others.incrementAndGet()), () -> {});
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          }
        };
    limit[0] = new AdaptiveLimit(4, PATIENCE, clock);
    PromptRenderer renderer =
        new PromptRenderer(
            SmallBenchmark.ofChoices().benchmark().prompt(),
            Generation.UNSET,
            List.of(),
            media -> {
              throw new AssertionError("there are no pictures");
            });
    RunnerSettings settings =
        new RunnerSettings(
            4, RetryPolicy.standard(1), Budget.unlimited(), null, clock, Progress.NONE);
    asker[0] = new Asker(model, renderer, settings, limit[0], new UnderWay());
    Optional<Finished> end = asker[0].ask(planned("first"), () -> {});
    return end.orElseThrow();
  }

  private static PlannedTrial planned(String id) {
    return new PlannedTrial(0, id, SmallBenchmark.choice(id, "A"), "standard", "", 1);
  }

  private static ScriptedModel refusingTheFirst(FailureKind kind, int times) {
    return new ScriptedModel(
        (q, n) ->
            q.equals("question first") && n <= times
                ? ScriptedModel.failure(kind)
                : ScriptedModel.reply("A"));
  }

  @Test
  void refusalsOfAnEndpointThatAnswersOthersAreNotHeldAgainstATrial() throws Exception {
    ScriptedModel model = refusingTheFirst(FailureKind.RATE_LIMITED, 14);
    Finished end = asked(model, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    assertThat(end.attempt()).isInstanceOf(Attempt.Answered.class);
    assertThat(end.attempts()).isEqualTo(15);
  }

  @Test
  void refusalsOfAnEndpointThatAnswersNobodyAreHeldAgainstIt() throws Exception {
    ScriptedModel model = refusingTheFirst(FailureKind.RATE_LIMITED, 14);
    assertThat(asked(model).attempts()).isEqualTo(6);
    assertThat(asked(refusingTheFirst(FailureKind.RATE_LIMITED, 14), 1, 0, 1).attempts())
        .as("two of them did not count")
        .isEqualTo(8);
  }

  @Test
  void otherFailuresCountWhoeverIsAnswered() throws Exception {
    ScriptedModel model = refusingTheFirst(FailureKind.SERVER, 14);
    assertThat(asked(model, 1, 1, 1, 1, 1, 1, 1, 1).attempts()).isEqualTo(6);
  }
}

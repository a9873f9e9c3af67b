package assay.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.exchange.Attempt;
import assay.core.exchange.Attempt.Answered;
import assay.core.exchange.Attempt.Failed;
import assay.core.exchange.FailureKind;
import assay.testkit.endpoint.Behaviour;
import assay.testkit.endpoint.Faults;
import assay.testkit.endpoint.Gate;
import assay.testkit.endpoint.Replies;
import assay.testkit.endpoint.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An interrupted call ends at once and takes its exchange with it; others go on. */
class OpenAiModelCancelTest {

  static Stream<Behaviour> waits() {
    return Stream.of(Faults.hang(), Faults.hangAfterHead());
  }

  @ParameterizedTest
  @MethodSource("waits")
  void anInterruptionEndsTheExchange(Behaviour waiting) throws Exception {
    try (Asked asked = Asked.of(waiting)) {
      FutureTask<Attempt> task = new FutureTask<>(() -> asked.model.answer(Asked.question()));
      Thread thread = Thread.ofVirtual().start(task);
      asked.endpoint.traffic().awaitInFlight(1);
      thread.interrupt();
      assertThatThrownBy(task::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(InterruptedException.class)
          .hasMessage("the exchange was cancelled");
      asked.endpoint.traffic().awaitIdle();
      asked.endpoint.script(Script.always(Replies.text("ANSWER: B")));
      assertThat(asked.ask()).isInstanceOf(Answered.class);
    }
  }

  @Test
  void anInterruptedThreadAsksNothing() {
    try (Asked asked = Asked.of(Replies.text("A"))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> asked.model.answer(Asked.question()))
          .isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
      assertThat(asked.endpoint.traffic().counters().requests()).isZero();
    }
  }

  @Test
  void closingEndsWhatIsUnderWay() throws Exception {
    try (Asked asked = Asked.of(Faults.hang())) {
      FutureTask<Attempt> task = new FutureTask<>(() -> asked.model.answer(Asked.question()));
      Thread.ofVirtual().start(task);
      asked.endpoint.traffic().awaitInFlight(1);
      asked.model.close();
      assertThat(task.get())
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.kind()).isEqualTo(FailureKind.NETWORK));
    }
  }

  @Test
  void aThousandWaitAtOnce() throws Exception {
    Gate gate = new Gate();
    try (Asked asked = Asked.of(Replies.text("ANSWER: B").behind(gate))) {
      List<FutureTask<Attempt>> tasks = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        FutureTask<Attempt> task = new FutureTask<>(() -> asked.model.answer(Asked.question()));
        tasks.add(task);
        Thread.ofVirtual().start(task);
      }
      asked.endpoint.traffic().awaitInFlight(1000);
      gate.open();
      for (FutureTask<Attempt> task : tasks) {
        assertThat(task.get()).isInstanceOf(Answered.class);
      }
      assertThat(asked.endpoint.traffic().counters().requests()).isEqualTo(1000);
    }
  }
}

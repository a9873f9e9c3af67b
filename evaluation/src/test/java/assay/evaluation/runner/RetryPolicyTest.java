package assay.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {

  private final RetryPolicy policy = RetryPolicy.standard(1);

  private static Attempt.Failed failed(FailureKind kind) {
    return new Attempt.Failed(kind, "no");
  }

  private static Attempt.Failed asking(Duration wait) {
    return new Attempt.Failed(FailureKind.RATE_LIMITED, "429", 1, new Pace(wait, null, null, null));
  }

  @Test
  void doublesTheWaitAndTakesAtMostHalfOff() {
    for (int made = 1; made <= 5; made++) {
      long full = 500L << (made - 1);
      assertThat(policy.next(failed(FailureKind.SERVER), made, made, "t").orElseThrow().toMillis())
          .isBetween(full / 2, full);
    }
  }

  @Test
  void waitsAMinuteAtMostByItself() {
    assertThat(policy.next(failed(FailureKind.SERVER), 1, 1_000, "t").orElseThrow())
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
  }

  @Test
  void theRandomPartComesFromSeedAndTrial() {
    List<Optional<Duration>> one = waits(1, "t1");
    assertThat(waits(1, "t1")).isEqualTo(one);
    assertThat(waits(2, "t1")).isNotEqualTo(one);
    assertThat(waits(1, "t2")).isNotEqualTo(one);
    assertThat(one)
        .extracting(wait -> wait.orElseThrow().toMillis())
        .containsExactly(445L, 834L, 1944L);
  }

  private static List<Optional<Duration>> waits(long seed, String trial) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(
            made -> RetryPolicy.standard(seed).next(failed(FailureKind.TIMEOUT), made, made, trial))
        .toList();
  }

  @Test
  void waitsAsLongAsTheEndpointSaysWhereThatIsLonger() {
    assertThat(policy.next(asking(Duration.ofSeconds(42)), 1, 1, "t"))
        .contains(Duration.ofSeconds(42));
    assertThat(policy.next(asking(Duration.ofMillis(1)), 1, 1, "t").orElseThrow())
        .isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
  }

  @Test
  void doesNotWaitUntilTomorrow() {
    assertThat(policy.next(asking(Duration.ofMinutes(10)), 1, 1, "t")).isPresent();
    assertThat(policy.next(asking(Duration.ofMinutes(11)), 1, 1, "t")).isEmpty();
    assertThat(policy.beyondPatience(asking(Duration.ofMinutes(11)))).isTrue();
    assertThat(policy.beyondPatience(asking(Duration.ofMinutes(10)))).isFalse();
    assertThat(policy.beyondPatience(failed(FailureKind.RATE_LIMITED))).isFalse();
  }

  @Test
  void givesUpAfterTheAttemptsThatCount() {
    assertThat(policy.next(failed(FailureKind.SERVER), 5, 5, "t")).isPresent();
    assertThat(policy.next(failed(FailureKind.SERVER), 6, 6, "t")).isEmpty();
    assertThat(policy.next(failed(FailureKind.RATE_LIMITED), 2, 40, "t")).isPresent();
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void triesAgainWhatMayPassAndNothingElse(FailureKind kind) {
    assertThat(policy.next(failed(kind), 1, 1, "t").isPresent())
        .isEqualTo(kind.remedy() == FailureKind.Remedy.RETRY);
  }

  @Test
  void needsAtLeastOneAttempt() {
    assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1))
        .hasMessage("attempts 0: expected at least 1");
  }
}

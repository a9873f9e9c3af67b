package assay.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.exchange.FinishReason;
import assay.core.exchange.Reply;
import assay.core.exchange.Usage;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static Reply reply(
      @Nullable Long prompt, @Nullable Long completion, @Nullable Double cost) {
    return new Reply(
        "A",
        null,
        FinishReason.STOP,
        new Usage(prompt, completion, null, null),
        cost,
        null,
        List.of(),
        null,
        "",
        null);
  }

  private static Budget tokens(long most, long before) {
    return new Budget(OptionalLong.of(most), OptionalDouble.empty(), Pricing.UNKNOWN, before, 0);
  }

  @Test
  void addsUpTokensOfRequestAndReplyAndWhatWasSpentBefore() {
    Budget budget = tokens(100, 40);
    budget.spend(reply(30L, 20L, null));
    assertThat(budget.tokens()).isEqualTo(90);
    assertThat(budget.exhausted()).isEmpty();
    budget.spend(reply(10L, null, null));
    assertThat(budget.exhausted()).contains("100 tokens used of 100");
  }

  @Test
  void tellsHowManyRepliesStatedNoTokens() {
    Budget budget = tokens(100, 0);
    budget.spend(reply(null, null, null));
    budget.spend(reply(1L, null, null));
    assertThat(budget.unknown()).isEqualTo(1);
    assertThat(budget.tokens()).isEqualTo(1);
  }

  @Test
  void givesAReplyItsCostWhereAPriceIsKnown() {
    Pricing pricing = usage -> OptionalDouble.of(0.5);
    Budget budget = new Budget(OptionalLong.empty(), OptionalDouble.of(2), pricing, 0, 0.75);
    assertThat(budget.spend(reply(1L, 1L, null)).cost()).isEqualTo(0.5);
    assertThat(budget.spend(reply(1L, 1L, 0.25)).cost()).isEqualTo(0.25);
    assertThat(budget.cost()).isEqualTo(1.5);
    budget.spend(reply(1L, 1L, null));
    assertThat(budget.exhausted()).contains("cost 2.0000 of 2.0");
  }

  @Test
  void affordsNoMoreThanTheMeanSoFarLeavesRoomFor() {
    Budget budget = tokens(100, 0);
    assertThat(budget.affords(7)).as("nothing is known yet").isTrue();
    assertThat(budget.affords(8)).isFalse();
    budget.spend(reply(10L, 10L, null));
    assertThat(budget.affords(3)).isTrue();
    assertThat(budget.affords(4)).isFalse();
    budget.spend(reply(40L, 30L, null));
    assertThat(budget.affords(0)).as("one may always go when none is under way").isTrue();
    assertThat(budget.affords(1)).isFalse();
  }

  @Test
  void withoutBoundsEverythingIsAffordable() {
    Budget budget = Budget.unlimited();
    budget.spend(reply(Long.MAX_VALUE / 4, 0L, 1e300));
    assertThat(budget.affords(1_000)).isTrue();
    assertThat(budget.exhausted()).isEmpty();
  }
}

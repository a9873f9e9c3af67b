package assay.evaluation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.core.Sample;
import assay.core.benchmark.Prompt;
import assay.core.benchmark.Prompt.Shots.Order;
import assay.evaluation.support.SmallBenchmark;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShotsTest {

  private final SmallBenchmark small = SmallBenchmark.ofChoices().choices(50);

  private List<String> chosen(int count, Order order, long seed) {
    Prompt.Shots wanted = new Prompt.Shots(count, "train", order);
    return Shots.choose(small.pool(), wanted, seed).stream().map(Sample::id).toList();
  }

  @Test
  void theFirstOrOnesDrawnBySeed() {
    assertThat(chosen(3, Order.FIRST, 7)).containsExactly("q1", "q2", "q3");
    assertThat(chosen(3, Order.RANDOM, 7)).hasSize(3).isEqualTo(chosen(3, Order.RANDOM, 7));
    assertThat(chosen(3, Order.RANDOM, 8)).isNotEqualTo(chosen(3, Order.RANDOM, 7));
    assertThat(chosen(5, Order.RANDOM, 7))
        .startsWith(chosen(3, Order.RANDOM, 7).toArray(new String[0]));
  }

  @Test
  void tooFewAreTold() {
    assertThatThrownBy(() -> chosen(51, Order.RANDOM, 7))
        .isInstanceOf(AssayException.class)
        .hasMessage("51 worked examples are wanted, but split 'train' holds 50");
  }
}

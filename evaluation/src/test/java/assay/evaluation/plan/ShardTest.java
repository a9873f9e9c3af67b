package assay.evaluation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

  @Test
  void everyTrialFallsToOnePartAndPartsAreAboutEqual() {
    int[] sizes = new int[8];
    for (int i = 0; i < 8_000; i++) {
      String id = TrialId.of("b@1", "test", "q" + i, "standard", "", 1);
      int[] holders =
          IntStream.rangeClosed(1, 8).filter(part -> new Shard(part, 8).holds(id)).toArray();
      assertThat(holders).hasSize(1);
      sizes[holders[0] - 1]++;
      assertThat(Shard.WHOLE.holds(id)).isTrue();
    }
    assertThat(Arrays.stream(sizes).boxed())
        .allSatisfy(size -> assertThat(size).isBetween(850, 1150));
  }

  @Test
  void isReadAsItIsWritten() {
    assertThat(Shard.parse("3/16")).isEqualTo(new Shard(3, 16)).hasToString("3/16");
    assertThat(Shard.parse("1/1")).isEqualTo(Shard.WHOLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "3", "0/3", "4/3", "-1/3", "1/0", "1 / 2", "1/2/3", "9999999/1", "a/b"})
  void anythingElseIsToldWithAnExample(String text) {
    assertThatThrownBy(() -> Shard.parse(text))
        .isInstanceOf(AssayException.class)
        .hasMessage(
            "'" + text + "' is no shard\n  expected: PART/PARTS counted from 1, for example 3/16");
  }

  @Test
  void hasAnIndexWithinItsCount() {
    assertThatThrownBy(() -> new Shard(5, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shard 5 of 4: expected 1 <= shard <= number of shards");
  }
}

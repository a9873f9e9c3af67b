package assay.statistics.resampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.junit.jupiter.api.Test;

class RandomnessTest {

  /**
   * Numbers that runs rest on, from {@code hashlib} of Python 3.11.2 and xoshiro256++ written after
   * its reference implementation; command: {@code python3
   * statistics/src/test/reference/randomness.py}.
   */
  @Test
  void theNumbersOfASeedAndNameAreForEver() {
    UniformRandomProvider source = Randomness.named(42, "bootstrap/medqa/hard");
    assertThat(source.nextLong()).isEqualTo(-2640315181566377273L);
    assertThat(source.nextLong()).isEqualTo(5175355526399329874L);
    assertThat(source.nextLong()).isEqualTo(3140517983424973443L);
    assertThat(Randomness.seed(42, "bootstrap/medqa/hard")).isEqualTo(-8559147133050130728L);
    assertThat(Randomness.named(-1, "größer/问").nextLong()).isEqualTo(-1845260795119580988L);
  }

  @Test
  void namesAndSeedsGiveDifferentNumbers() {
    Set<Long> first = new HashSet<>();
    for (long seed = -50; seed < 50; seed++) {
      for (String name : new String[] {"", "a", "b", "a/b", "ab", "a b"}) {
        first.add(Randomness.named(seed, name).nextLong());
        assertThat(Randomness.named(seed, name).nextLong())
            .isEqualTo(Randomness.named(seed, name).nextLong());
      }
    }
    assertThat(first).hasSize(600);
  }

  @Test
  void isTheGeneratorThatTheDocumentationNames() {
    assertThat(Randomness.named(1, "x")).isInstanceOf(XoShiRo256PlusPlus.class);
  }
}

package assay.evaluation.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What missing answers are taken to have said. */
class WrongLabelsTest {

  /** By frequency: b, c, a; the next after the last is the first. */
  @Test
  void noneThenEachLabelAndTheNextWhereThatIsRight() {
    assertThat(new WrongLabels(Map.of("a", 1, "b", 3, "c", 2)).fillings())
        .extracting(one -> one.to("a"), one -> one.to("b"), one -> one.to("c"))
        .containsExactly(
            tuple(null, null, null),
            tuple("b", "c", "b"),
            tuple("c", "c", "a"),
            tuple("b", "a", "a"));
  }

  @Test
  void noneAloneWhereNoOtherLabelIsKnown() {
    assertThat(new WrongLabels(Map.of()).fillings()).hasSize(1);
    assertThat(new WrongLabels(Map.of("a", 4)).fillings()).hasSize(1);
  }

  @Test
  void ofManyLabelsTheTwelveMostFrequent() {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      counts.put("l" + i, i);
    }
    assertThat(new WrongLabels(counts).fillings())
        .hasSize(13)
        .extracting(one -> one.to("other"))
        .startsWith(null, "l19", "l18")
        .endsWith("l8");
  }
}

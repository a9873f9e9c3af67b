package assay.evaluation.plan;

import static assay.evaluation.support.SmallBenchmark.choice;
import static assay.evaluation.support.SmallBenchmark.in;
import static assay.evaluation.support.SmallBenchmark.tagged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.core.Sample;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final List<Sample> HUNDRED =
      IntStream.range(0, 100).mapToObj(i -> choice("q" + i, "A")).toList();

  private static Set<String> chosen(Selection selection, List<Sample> samples) {
    Selection.Choosing choosing = selection.start();
    samples.forEach(choosing::show);
    BitSet selected = choosing.selected();
    Set<String> ids = new TreeSet<>();
    selected.stream().forEach(i -> ids.add(samples.get(i).id()));
    return ids;
  }

  private static Selection limit(int count, long seed, @Nullable String stratify) {
    return new Selection.Limit(count, seed, stratify);
  }

  @Test
  void allAreAll() {
    assertThat(chosen(new Selection.All(), HUNDRED)).hasSize(100);
  }

  @Test
  void aLimitDrawsAtRandomBySeedAndNotTheFirst() {
    Set<String> ten = chosen(limit(10, 7, null), HUNDRED);
    assertThat(ten).hasSize(10).isEqualTo(chosen(limit(10, 7, null), HUNDRED));
    assertThat(ten).isNotEqualTo(chosen(limit(10, 8, null), HUNDRED));
    assertThat(ten).isNotEqualTo(chosen(limit(10, 7, null), HUNDRED.subList(0, 10)));
    // by Python: sorted(range(100), key=first 64 bits, signed, of SHA-256 of f"limit/7/q{i}")[:10]
    assertThat(ten)
        .containsExactly("q0", "q33", "q38", "q41", "q54", "q55", "q61", "q62", "q67", "q98");
  }

  @Test
  void aLargerLimitHoldsASmallerOne() {
    assertThat(chosen(limit(30, 7, null), HUNDRED))
        .containsAll(chosen(limit(10, 7, null), HUNDRED));
  }

  @SeededTest(count = 20)
  void theOrderOfSamplesDoesNotMatter(Generators draw) {
    assertThat(chosen(limit(10, 7, null), draw.shuffled(HUNDRED)))
        .isEqualTo(chosen(limit(10, 7, null), HUNDRED));
  }

  @Test
  void aLimitBeyondThemAllTakesAll() {
    assertThat(chosen(limit(1_000, 7, null), HUNDRED)).hasSize(100);
    assertThat(chosen(limit(5, 7, null), List.of())).isEmpty();
    assertThatThrownBy(() -> limit(0, 7, null)).hasMessage("limit 0: expected at least 1");
  }

  @Test
  void strataKeepTheirProportions() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String exam = i < 70 ? "step1" : i < 95 ? "step2" : "step3";
      samples.add(tagged(choice("q" + i, "A"), "exam", exam));
    }
    Set<String> ten = chosen(limit(10, 7, "exam"), samples);
    // 7, 2.5 and 0.5 of ten: the tie of the halves goes to the stratum met first
    assertThat(counted(ten, samples)).containsExactly(7, 3, 0);
    assertThat(counted(chosen(limit(20, 7, "exam"), samples), samples)).containsExactly(14, 5, 1);
  }

  private static List<Integer> counted(Set<String> ids, List<Sample> samples) {
    List<Integer> counts = new ArrayList<>(List.of(0, 0, 0));
    samples.stream()
        .filter(sample -> ids.contains(sample.id()))
        .map(sample -> sample.tags().get("exam").getFirst().charAt(4) - '1')
        .forEach(stratum -> counts.set(stratum, counts.get(stratum) + 1));
    return counts;
  }

  @SeededTest(count = 60)
  void apportionmentGivesEachStratumItsShareRoundedUpOrDown(Generators draw) {
    List<Sample> samples = new ArrayList<>();
    int[] sizes = new int[draw.between(1, 6)];
    for (int s = 0; s < sizes.length; s++) {
      sizes[s] = draw.between(1, 40);
      for (int i = 0; i < sizes[s]; i++) {
        samples.add(in("s" + s, choice("s" + s + "q" + i, "A")));
      }
    }
    int limit = draw.between(1, samples.size());
    Set<String> chosen = chosen(limit(limit, 7, "subset"), draw.shuffled(samples));
    assertThat(chosen).hasSize(limit);
    for (int s = 0; s < sizes.length; s++) {
      String prefix = "s" + s + "q";
      double share = (double) limit * sizes[s] / samples.size();
      assertThat(chosen.stream().filter(id -> id.startsWith(prefix)).count())
          .isBetween((long) Math.floor(share), (long) Math.ceil(share));
    }
  }

  @Test
  void aTagThatSamplesLackIsToldWithThoseTheyHave() {
    List<Sample> samples = List.of(tagged(choice("q1", "A"), "exam", "step1"));
    assertThatThrownBy(() -> chosen(limit(1, 7, "exma"), samples))
        .isInstanceOf(AssayException.class)
        .hasMessage(
            "cannot stratify by 'exma': sample q1 has no such tag\n"
                + "  expected: kind, subset, or one of [exam]");
  }

  @Test
  void idsAreChosenAndMissingOnesTold() {
    assertThat(chosen(ids("q3", "q99"), HUNDRED)).containsExactly("q3", "q99");
    assertThatThrownBy(() -> chosen(ids("q3", "q100", "x"), HUNDRED))
        .isInstanceOf(AssayException.class)
        .hasMessageStartingWith("no sample has the id q100, x");
  }

  private static Selection ids(String... ids) {
    return new Selection.Ids(new LinkedHashSet<>(List.of(ids)));
  }
}

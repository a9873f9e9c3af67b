package assay.reading.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.Answer;
import assay.core.Target;
import assay.core.measure.Score;
import assay.reading.Scorers;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets, codes, lists and spans, by hand. */
class SetMeasuresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "labels-f1 | a b c | b c d | 0.6666666666666666",
        "labels-jaccard | a b c | b c d | 0.5",
        "labels-recall | a b | b c d | 0.3333333333333333",
        "labels-precision | a b | b c d | 0.5",
        "labels-f1 | '' | '' | 1",
        "labels-f1 | '' | a | 0",
        "labels-f1 | a | '' | 0",
        "labels-recall | a | '' | 0",
        "labels-precision | '' | a | 0",
        "codes-full | I21.4 e119 | I21.4 E11.9 | 1",
        "codes-full | I21.0 | I21.4 | 0",
        "codes-subcategory | I21.41 | I21.4 | 1",
        "codes-category | I21.0 | I21.4 | 1",
        "codes-category | I22 | I21.4 | 0",
        // I214, I21 against I210, I21: one of two shared on both sides
        "codes-hierarchical | I21.4 | I21.0 | 0.5",
        "codes-hierarchical | I21 | I21.4 | 0.6666666666666666"
      })
  void sets(String scorer, String said, String wanted, double expected) {
    assertThat(
            Scorers.standard()
                .byName(scorer)
                .compare(new Answer.Labels(set(said)), new Target.Labels(set(wanted))))
        .isEqualTo(new Score.Value(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "choice, AB, AB, 1",
    "choice, A, AB, 0",
    "choice-jaccard, A, AB, 0.5",
    "choice-jaccard, AC, AB, 0.3333333333333333",
    "choice-partial, A, AB, 0.5",
    "choice-partial, AC, AB, 0",
    "choice-partial, AB, AB, 1"
  })
  void severalKeys(String scorer, String said, String wanted, double expected) {
    assertThat(
            Scorers.standard()
                .byName(scorer)
                .compare(new Answer.Choice(keys(said)), new Target.Choice(keys(wanted))))
        .isEqualTo(new Score.Value(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "order-kendall | a, b, c, d | a, b, c, d | 1",
        "order-kendall | d, c, b, a | a, b, c, d | -1",
        // scipy.stats.kendalltau([1,2,3,4],[2,1,4,3]) is 1/3
        "order-kendall | b, a, d, c | a, b, c, d | 0.3333333333333333",
        "order-kendall | b > c > a | a > b > c | -0.3333333333333333",
        "order-kendall | '1. A; 2. B; 3. C' | a; b; c | 1",
        "order-kendall | a, c | a, b, c | -0.3333333333333333",
        "order-kendall | a, x, b | a, b | 1",
        "order-kendall | nothing | a, b | -1",
        "reciprocal-rank | gout, lupus, sepsis | Sepsis | 0.3333333333333333",
        "reciprocal-rank | '1. Sepsis; 2. Gout' | sepsis | 1",
        "reciprocal-rank | gout | sepsis | 0",
        "spans-exact | 0-5; 8-12 | 0-5; 8-10 | 0.5",
        "spans-exact | 0-5 drug | 0-5 dose | 0",
        "spans-partial | 0-5; 8-12 | 0-5; 8-10 | 0.75",
        "spans-partial | 0-4; 2-8 | 0-8 | 0.3333333333333333",
        "spans-token | 0-5; 8-12 | 0-5; 8-10 | 0.875",
        "spans-token | 0-4 | 4-8 | 0",
        "spans-exact | no span | 0-5 | 0",
        "genegpt-items | BRCA1, TP53 | TP53, BRCA2 | 0.5",
        "genegpt-alignment | chr1:5-9 | chr1:7-12 | 0.5",
        "genegpt-alignment | chr2:5-9 | chr1:5-9 | 0",
        "edit-similarity | kitten | sitting | 0.5714285714285714",
        "edit-similarity | '' | abc | 0",
        "token-recall | the left lung | left lower lung | 0.6666666666666666",
        "token-precision | the left lung | left lower lung | 1",
        "llava-med-closed | i do not know | no | 1",
        "llava-med-closed | it is so | so | 0",
        "llava-med-closed | Yes, it is | yes | 1",
        "vqa | isnt | isn't | 1",
        "vqa-no-contractions | isnt | isn't | 0"
      })
  void texts(String scorer, String said, String wanted, double expected) {
    assertThat(
            Scorers.standard()
                .byName(scorer)
                .compare(new Answer.Text(said), new Target.Text(List.of(wanted))))
        .isInstanceOfSatisfying(
            Score.Value.class,
            value -> assertThat(value.value()).isCloseTo(expected, within(1e-15)));
  }

  private static TreeSet<String> set(String words) {
    TreeSet<String> set = new TreeSet<>(List.of(words.split(" ")));
    set.remove("");
    return set;
  }

  private static TreeSet<String> keys(String letters) {
    return new TreeSet<>(List.of(letters.split("")));
  }
}

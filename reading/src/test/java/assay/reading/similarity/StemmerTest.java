package assay.reading.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Porter's stemmer: the stems of NLTK. */
public class StemmerTest {

  @ParameterizedTest
  @MethodSource("references")
  void stemsAreThoseOfNltk(FixtureRow row) {
    String[] words = row.text("words").split(" ");
    String[] stems = row.text("stems").split(" ");
    PorterStemmer stemmer = new PorterStemmer();
    for (int i = 0; i < words.length; i++) {
      assertThat(stemmer.stem(words[i])).as(words[i]).isEqualTo(stems[i]);
    }
  }

  static Stream<FixtureRow> references() {
    return Fixture.of(StemmerTest.class, "stems.tsv").stream();
  }

  @SeededTest(count = 300)
  void noWordThrows(Generators draw) {
    assertThat(new PorterStemmer().stem(draw.text())).isNotNull();
    assertThat(new PorterStemmer().stem("y".repeat(draw.between(0, 2000)))).isNotNull();
  }
}

package assay.reading.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.Answer;
import assay.core.Target;
import assay.core.measure.Score;
import assay.core.measure.Scorer;
import assay.reading.Scorers;
import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures between texts: the values of the software whose names they bear. */
class TextMeasuresTest {

  private static final List<String> NAMES =
      List.of(
          "google-rouge-1",
          "google-rouge-2",
          "google-rouge-l",
          "google-rouge-lsum",
          "pypi-rouge-1",
          "pypi-rouge-2",
          "pypi-rouge-l",
          "coco-rouge-l",
          "bleu-nltk-method1",
          "bleu-sacre-exp",
          "chrf",
          "chrf-words",
          "meteor-stems",
          "token-f1",
          "llava-med-open");

  @ParameterizedTest
  @MethodSource("references")
  void valuesAreThoseOfTheOriginalSoftware(FixtureRow row) {
    String reference = row.text("reference").replace("\\n", "\n");
    String answer = row.text("answer").replace("\\n", "\n");
    for (String name : NAMES) {
      double expected = row.number(name);
      Score score = score(name, answer, reference);
      if (score instanceof Score.Value value) {
        assertThat(value.value()).as("%s", name).isCloseTo(expected, within(1e-12));
      } else {
        // rouge_score sees no word in other scripts; here that is undefined, not 0
        assertThat(score).as("%s", name).isEqualTo(new Score.Undefined("no reference"));
        assertThat(expected).isZero();
      }
    }
  }

  static Stream<FixtureRow> references() {
    return Fixture.of(assay.reading.similarity.StemmerTest.class, "similarity.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("synonyms")
  void synonymsAreThoseOfWordNetAsNltkFindsThem(FixtureRow row) {
    String reference = row.text("reference");
    String answer = row.text("answer");
    assertThat(value(score("meteor-synonyms", answer, reference)))
        .isCloseTo(row.number("meteor-synonyms"), within(1e-12));
  }

  static Stream<FixtureRow> synonyms() {
    return Fixture.of(assay.reading.similarity.StemmerTest.class, "meteor-synonyms.tsv").stream();
  }

  @Test
  void everyMeasureHasReferenceValues() {
    List<String> columns =
        Fixture.of(assay.reading.similarity.StemmerTest.class, "similarity.tsv").columns();
    assertThat(columns).containsAll(NAMES);
  }

  @SeededTest(count = 60)
  void theBestOfSeveralReferencesCounts(Generators draw) {
    List<String> references = List.of(draw.texts().plain(), draw.texts().plain());
    String answer = draw.texts().plain();
    for (String name : NAMES) {
      if (name.startsWith("bleu") || name.startsWith("coco")) {
        continue; // these take the references together
      }
      double both = value(score(name, answer, references.getFirst(), references.getLast()));
      double best =
          Math.max(
              value(score(name, answer, references.getFirst())),
              value(score(name, answer, references.getLast())));
      assertThat(both).as(name).isEqualTo(best);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\n", "a. ", "\ud83e", "1-2\n"})
  void longTextsAreToldAsTooLongOrComparedInBoundedTime(String piece) {
    String text = piece.repeat(2_000_000 / piece.length());
    for (Scorer scorer : Scorers.standard().all()) {
      Score score =
          scorer.compare(new Answer.Text(text), new Target.Text(List.of("a b c", "1-2 x")));
      assertThat(score).isNotNull();
    }
    for (String name : NAMES) {
      if (!name.startsWith("llava")) {
        assertThat(score(name, text, "a b c")).isEqualTo(new Score.Undefined("too long"));
      }
    }
  }

  @Test
  void anAnswerThatIsNoTextScoresNothing() {
    for (String name : NAMES) {
      Target target = new Target.Text(List.of("the liver is large"));
      assertThat(Scorers.standard().byName(name).compare(Answer.Choice.of("A"), target))
          .isEqualTo(new Score.Value(0));
    }
  }

  private static double value(Score score) {
    return score instanceof Score.Value value ? value.value() : 0;
  }

  private static Score score(String name, String answer, String... references) {
    return Scorers.standard()
        .byName(name)
        .compare(new Answer.Text(answer), new Target.Text(List.of(references)));
  }
}

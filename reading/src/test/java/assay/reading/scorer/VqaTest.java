package assay.reading.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.measure.Score;
import assay.testkit.generate.Generators;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VqaTest extends ScorerContract {

  VqaTest() {
    super("vqa");
  }

  @Override
  Target easy(AnswerKind kind, Generators draw) {
    String word = draw.pick(List.of("liver", "2.5 cm", "left lung"));
    return kind == AnswerKind.TEXT ? new Target.Text(List.of(word)) : target(kind, draw);
  }

  /** Ten people; the values follow from the definition. */
  @ParameterizedTest
  @CsvSource({"the cat, 0.9", "a dog, 1.0", "Cat!, 0.9", "bird, 0.0", "mouse, 0.3"})
  void agreementWithPeople(String answer, double expected) {
    List<String> people =
        List.of("cat", "cat", "Cat", "dog", "dog", "dog", "dog", "dog", "mouse", "mice");
    Score score = scorer().compare(new Answer.Text(answer), new Target.Text(people));
    assertThat(((Score.Value) score).value())
        .isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-12));
  }
}

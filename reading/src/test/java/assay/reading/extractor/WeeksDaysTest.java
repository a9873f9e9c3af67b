package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.testkit.generate.Generators;
import org.junit.jupiter.api.Test;

class WeeksDaysTest extends ExtractorContract {

  WeeksDaysTest() {
    super("weeks-days");
  }

  @Test
  void theFirstTwoWholeNumbers() {
    assertThat(
            read(
                "She is at (14 weeks, 01 days), day 3",
                presented(AnswerKind.TEXT, Generators.of(1))))
        .isEqualTo(new Reading.Read(new Answer.Text("14 weeks 1 days"), new Span(11, 23), false));
  }
}

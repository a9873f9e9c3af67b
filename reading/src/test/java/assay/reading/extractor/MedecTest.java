package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Reading;
import assay.reading.Extractors;
import java.util.List;
import org.junit.jupiter.api.Test;

class MedecTest extends ExtractorContract {

  MedecTest() {
    super("medec");
  }

  private static Reading reading(AnswerKind kind, String reply) {
    Presented presented = new Presented(kind, "0 He is well.", List.of(), List.of(), null, "en");
    return Extractors.standard().byName("medec").read(Reply.of(reply), presented);
  }

  private static Answer answer(AnswerKind kind, String reply) {
    return ((Reading.Read) reading(kind, reply)).answer();
  }

  @Test
  void givesThePartOfTheLineThatIsAskedFor() {
    String line = "Here it is:\n1 7 \"He has  \"mild\" fever.\"";

    assertThat(answer(AnswerKind.YES_NO, line)).isEqualTo(new Answer.YesNo(true));
    assertThat(answer(AnswerKind.NUMBER, line)).isEqualTo(new Answer.Number(7, null));
    assertThat(answer(AnswerKind.TEXT, line)).isEqualTo(new Answer.Text("He has \"mild\" fever."));
  }

  @Test
  void withoutAnErrorThereIsNoCorrection() {
    assertThat(answer(AnswerKind.YES_NO, "0 -1 NA")).isEqualTo(new Answer.YesNo(false));
    assertThat(answer(AnswerKind.NUMBER, "0 -1 NA")).isEqualTo(new Answer.Number(-1, null));
    assertThat(answer(AnswerKind.TEXT, "0 -1 He is well.")).isEqualTo(new Answer.Text("NA"));
  }

  @Test
  void otherLinesAreUnreadable() {
    assertThat(reading(AnswerKind.TEXT, "Explanation: fever is wrong."))
        .isEqualTo(new Reading.Unreadable("no line of flag, sentence and correction"));
    assertThat(reading(AnswerKind.YES_NO, "2 4 He is well."))
        .isEqualTo(new Reading.Unreadable("flag is neither 0 nor 1"));
  }
}

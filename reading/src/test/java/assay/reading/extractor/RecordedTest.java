package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.FinishReason;
import assay.core.exchange.Presented;
import assay.core.exchange.Recorded;
import assay.core.exchange.Reply;
import assay.core.exchange.Usage;
import assay.core.measure.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordedTest extends ExtractorContract {

  RecordedTest() {
    super("recorded");
  }

  @Override
  boolean readsText() {
    return false;
  }

  @Test
  void theRecordedReadingIsParsedAsTheKindAskedFor() {
    assertThat(recorded(AnswerKind.CHOICE, "B")).isEqualTo(Answer.Choice.of("B"));
    assertThat(recorded(AnswerKind.CHOICE, "B, D"))
        .isEqualTo(new Answer.Choice(new TreeSet<>(List.of("B", "D"))));
    assertThat(recorded(AnswerKind.CHOICE, "E"))
        .isEqualTo(new Reading.Unreadable("letter is no option"));
    assertThat(recorded(AnswerKind.YES_NO, "1")).isEqualTo(new Answer.YesNo(true));
    assertThat(recorded(AnswerKind.YES_NO, "Falso")).isEqualTo(new Answer.YesNo(false));
    assertThat(recorded(AnswerKind.NUMBER, "5 mm")).isEqualTo(new Answer.Number(5, "mm"));
    assertThat(recorded(AnswerKind.DATE, "03/05/2021"))
        .isEqualTo(new Answer.Date(LocalDate.of(2021, 3, 5)));
    assertThat(recorded(AnswerKind.TEXT, " liver ")).isEqualTo(new Answer.Text("liver"));
    assertThat(recorded(AnswerKind.TEXT, " "))
        .isEqualTo(new Reading.Unreadable("recording says no reading"));
  }

  private Object recorded(AnswerKind kind, String reading) {
    Presented presented =
        new Presented(kind, "?", MirageTest.FOUR.options(), List.of(), null, "en");
    Reply reply =
        new Reply(
            "Whatever",
            null,
            FinishReason.UNKNOWN,
            Usage.UNKNOWN,
            null,
            null,
            List.of(),
            null,
            "",
            new Recorded(reading, null));
    Reading read = extractor().read(reply, presented);
    return read instanceof Reading.Read found ? found.answer() : read;
  }
}

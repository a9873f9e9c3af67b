package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Reading;
import assay.reading.Extractors;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules with a pattern of one's own. */
class PatternTest extends ExtractorContract {

  private static final List<Option> OPTIONS =
      List.of(new Option("A", "Gout"), new Option("B", "Sepsis"), new Option("C", "Lupus"));

  PatternTest() {
    super("regex:(?s)Final: (.*)");
  }

  @Override
  String canonical(Answer answer, Presented presented) {
    return "Final: " + super.canonical(answer, presented);
  }

  @Test
  void theFirstGroupOfTheFirstMatchIsRead() {
    String reply = "ANSWER=b. On second thought ANSWER=c.";
    assertThat(read("regex:ANSWER=([a-z])", AnswerKind.CHOICE, reply))
        .isEqualTo(Answer.Choice.of("B"));
    assertThat(read("regex-last:ANSWER=([a-z])", AnswerKind.CHOICE, reply))
        .isEqualTo(Answer.Choice.of("C"));
    assertThat(read("regex:[0-9]{1,3}", AnswerKind.NUMBER, "about 1234"))
        .isEqualTo(new Answer.Number(123, null));
    assertThat(read("regex:=> (\\w+)", AnswerKind.YES_NO, "=> False"))
        .isEqualTo(new Answer.YesNo(false));
  }

  @Test
  void aMatchThatIsNoAnswerOfTheKindIsUnreadable() {
    assertThat(reading("regex:ANSWER=([a-z])", AnswerKind.CHOICE, "ANSWER=x"))
        .isEqualTo(new Reading.Unreadable("match is no option"));
    assertThat(reading("regex:=> (\\w+)", AnswerKind.YES_NO, "=> perhaps"))
        .isEqualTo(new Reading.Unreadable("match is no yes or no"));
    assertThat(reading("regex:=> (\\w+)", AnswerKind.YES_NO, "yes"))
        .isEqualTo(new Reading.Unreadable("no match"));
  }

  @Test
  void aPatternWithAnAtSignIsNoVersion() {
    assertThat(read("regex:@(.)", AnswerKind.CHOICE, "@A")).isEqualTo(Answer.Choice.of("A"));
    assertThat(Extractors.standard().byName("regex:@(.)@1").descriptor().id())
        .isEqualTo("regex:@(.)@1");
  }

  @Test
  void aPatternThatCannotBeUsedIsRefused() {
    assertThatExceptionOfType(AssayException.class)
        .isThrownBy(() -> Extractors.standard().byName("regex:Answer(?=:)"))
        .withMessageContaining("the pattern 'Answer(?=:)' cannot be used: ")
        .withMessageContaining("expected: a pattern of RE2, without look-around");
    assertThatExceptionOfType(AssayException.class)
        .isThrownBy(() -> Extractors.standard().byName("regex:"))
        .withMessageContaining("there is no extractor called 'regex:'")
        .withMessageContaining("regex:PATTERN");
  }

  private static Reading reading(String rule, AnswerKind kind, String reply) {
    List<Option> options = kind == AnswerKind.CHOICE ? OPTIONS : List.of();
    return Extractors.standard()
        .byName(rule)
        .read(Reply.of(reply), new Presented(kind, "?", options, List.of(), null, "en"));
  }

  private static Answer read(String rule, AnswerKind kind, String reply) {
    assertThat(reading(rule, kind, reply)).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading(rule, kind, reply)).answer();
  }
}

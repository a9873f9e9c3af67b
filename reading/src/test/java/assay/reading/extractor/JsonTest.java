package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.measure.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest extends ExtractorContract {

  JsonTest() {
    super("json");
  }

  @Override
  String canonical(Answer answer, Presented presented) {
    String value =
        switch (answer) {
          case Answer.Choice choice -> list(choice.keys());
          case Answer.Labels labels -> list(labels.labels());
          case Answer.YesNo yesNo -> String.valueOf(yesNo.yes());
          case Answer.Text text -> quoted(text.text());
          case Answer.Number number ->
              BigDecimal.valueOf(number.value())
                  + (number.unit() == null ? "" : ", \"unit\": " + quoted(number.unit()));
          case Answer.Date date -> quoted(date.day().toString());
        };
    return "{\"answer\": " + value + "}";
  }

  private static String list(java.util.Collection<String> values) {
    return values.stream().map(JsonTest::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"answer\": \"B\"} | B",
        "{\"Final_Answer\": \"b\"} | B",
        "```json&{\"reason\": \"A {fits}\", \"answer\": \"B. Sepsis\"}&``` | B",
        "Here: {\"answer\": \"Sepsis\"} and no more. | B",
        "{\"answer\": [\"A\", \"B\"]} | A+B",
        "{\"answer\": \"A\"} {\"note\": 1} | A",
        "{\"answer\": \"A\"} {\"answer\": \"B\"} | B",
        "{\"answer\": \"Z\"} | -",
        "{\"answer\": null} | -",
        "{\"answer\": \"A\" | -",
        "{'answer': 'A'} | -",
        "{\"answer\": \"A\",} | A",
        "{\"answer\": \"\\u0041\"} | A",
        "B | -"
      })
  void choices(String reply, String expected) {
    Presented presented =
        new Presented(
            AnswerKind.CHOICE,
            "?",
            List.of(new Option("A", "Gout"), new Option("B", "Sepsis")),
            List.of(),
            null,
            "en");
    Reading reading = read(reply.replace('&', '\n'), presented);
    String keys =
        reading instanceof Reading.Read read && read.answer() instanceof Answer.Choice choice
            ? String.join("+", choice.keys())
            : "-";
    assertThat(keys).isEqualTo(expected);
  }
}

package assay.reading.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Reading;
import assay.reading.Extractors;
import assay.reading.similarity.SequenceMatcher;
import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of the field read as their own programs do. */
class RulesOfTheFieldTest {

  private static final List<Option> OPTIONS =
      List.of(
          new Option("A", "Gout"),
          new Option("B", "Sepsis of the lung"),
          new Option("C", "Systemic lupus"),
          new Option("D", "Asthma"),
          new Option("E", "A mass"));

  @ParameterizedTest
  @MethodSource("rules")
  void readAsTheirOwnPrograms(FixtureRow row) {
    String reply = row.text("reply").replace("\\n", "\n");
    assertThat(read("cares-yes-no", AnswerKind.YES_NO, reply)).isEqualTo(row.text("cares-yes-no"));
    assertThat(read("medxpertqa", AnswerKind.CHOICE, reply)).isEqualTo(row.text("medxpertqa"));
    assertThat(read("nearest-option", AnswerKind.CHOICE, reply))
        .isEqualTo(row.text("nearest-option"));
    for (String filter : List.of("lm-eval-regex", "lm-eval-flexible")) {
      assertThat(read(filter, AnswerKind.TEXT, reply)).as(filter).isEqualTo(row.text(filter));
    }
  }

  static Stream<FixtureRow> rules() {
    return Fixture.of(RulesOfTheFieldTest.class, "rules.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("ratios")
  void ratiosAreThoseOfDifflib(FixtureRow row) {
    assertThat(new SequenceMatcher(row.text("a"), row.text("b")).ratio())
        .isCloseTo(row.number("ratio"), within(1e-15));
  }

  static Stream<FixtureRow> ratios() {
    return Fixture.of(RulesOfTheFieldTest.class, "ratios.tsv").stream();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number-in-unit | How large? | mm | It measures 2.5 cm. | 25 mm",
        "number-in-unit | How large? | mm | about 2 inches | 50.8 mm",
        "number-in-unit | What is the temperature? | Cel | 98.6 °F | 37 Cel",
        "number-in-unit | What is the temperature? | [degF] | 37 °C | 98.6 [degF]",
        "number-in-unit | What is the glucose? | mg/dL | 5.5 mmol/L | 99.088 mg/dL",
        "number-in-unit | What is the glucose? | mmol/L | 99.088 mg/dL | 5.5 mmol/L",
        "number-in-unit | What is the serum creatinine? | mg/dL | 88.4 µmol/L | 1.0 mg/dL",
        "number-in-unit | What is the total cholesterol? | mmol/L | 200 mg/dL | 5.1726 mmol/L",
        "number-in-unit | What is the calcium? | mmol/L | 5 mEq/L | 2.5 mmol/L",
        "number-in-unit | What is the sodium? | meq/L | 140 mmol/L | 140 meq/L",
        "number-in-unit | What is the weight? | kg | 5 mm | -",
        "number-in-unit | What is the level? | mg/dL | 5 mmol/L | -",
        "number-in-unit | How large? | mm | 12 | 12 mm",
        "fraction | What share? | | 3/4 | 0.75",
        "fraction | What share? | | The score is 7 out of 10. | 0.7",
        "fraction | What share? | | 1 1/2 | 1.5",
        "fraction | What share? | | 2½ | 2.5",
        "fraction | What share? | | ¼ | 0.25",
        "fraction | What share? | | 3/4/2021 | 2021",
        "fraction | What share? | | 3/0 | 0",
        "fraction | What share? | | 0.4 | 0.4",
        "range-middle | How large? | | 3-5 mm | 4 mm",
        "range-middle | How large? | | between 3 and 5 cm | 4 cm",
        "range-middle | How large? | | 3 to 6 | 4.5",
        "range-middle | How large? | | 7 mm | 7 mm"
      })
  void numbers(String rule, String question, String unit, String reply, String expected) {
    Presented presented =
        new Presented(AnswerKind.NUMBER, question, List.of(), List.of(), unit, "en");
    Reading reading = Extractors.standard().byName(rule).read(Reply.of(reply), presented);
    if (expected.equals("-")) {
      assertThat(reading).isEqualTo(new Reading.Unreadable("unit cannot be converted"));
      return;
    }
    String[] parts = expected.split(" ");
    Answer.Number number = (Answer.Number) ((Reading.Read) reading).answer();
    assertThat(number.value()).isCloseTo(Double.parseDouble(parts[0]), within(1e-4));
    assertThat(number.unit()).isEqualTo(parts.length > 1 ? parts[1] : null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "likelihood | [-5, -9.5, -7, -8, -6] | A",
        // a character of "Sepsis of the lung" (18) costs 0.53, of "Gout" 1.25
        "likelihood-by-length | [-5, -9.5, -14, -8, -6] | B",
        "likelihood | [[\"-5\", \"False\"], [\"-4\", \"True\"], [\"-7\", \"False\"], [\"-8\", \"False\"], [\"-9\", \"False\"]] | B",
        "likelihood-over-unconditional | [-5,-9.5,-7,-8,-6, -4,-9,-16,-8,-6] | C",
        "likelihood | [-5,-9.5,-7,-8,-6, -4,-9,-16,-8,-6] | A",
        "likelihood | [-5, -4] | ''",
        "likelihood | A | ''",
        "likelihood | [NaN, 1, 2, 3, 4] | ''"
      })
  void likelihoods(String rule, String reply, String expected) {
    assertThat(read(rule, AnswerKind.CHOICE, reply)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "genegpt | ' Answer: BRCA1' | BRCA1",
        "genegpt-location | Answer: 12 | chr12",
        "genegpt-location | The gene is on chr7 | chr7",
        "genegpt-coding | Answer: No | NA",
        "genegpt-coding | Yes | TRUE",
        "genegpt-species | Answer: Homo sapiens | human",
        "tagged | It is A, surely. | ''",
        "tagged | I say <answer>gout</answer> | gout",
        "tagged | \\boxed{gout} | gout",
        "lm-eval-take-first | ' gout ' | ' gout '"
      })
  void texts(String rule, String reply, String expected) {
    assertThat(read(rule, AnswerKind.TEXT, reply)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boxes-fraction | The nodule is at [0.1, 0.2, 0.35, 0.4]. | 0.1 0.2 0.35 0.4",
        "boxes-thousandth | <ref>lesion</ref><box>(100,200),(300,400)</box> | 0.1 0.2 0.3 0.4",
        "boxes-thousandth | <~box_start~>(100,200),(300,400)<~box_end~> | 0.1 0.2 0.3 0.4",
        "boxes-pixel | {\"bbox_2d\": [10, 20, 30, 40], \"label\": \"mass\"} | 10 20 30 40",
        "boxes-pixel | [[1,2,3,4],[5,6,7,8]] | 1 2 3 4&5 6 7 8",
        "boxes-fraction | mass<loc_100><loc_200><loc_300><loc_400> | 0.1005 0.2005 0.3005 0.4005",
        "boxes-fraction | [10, 20, 30, 40] | ''",
        "boxes-fraction | [0.5, 0.5, 0.1, 0.9] | ''",
        "boxes-pixel | There are 3 lesions of 5 mm. | ''",
        "points-percent | <point x=\"10.5\" y=\"20\" alt=\"mass\">mass</point> | 0.105 0.2",
        "points-pixel | {\"point_2d\": [12, 34]} | 12 34",
        "points-thousandth | (500, 250) | 0.5 0.25"
      })
  void regions(String rule, String reply, String expected) {
    assertThat(read(rule, AnswerKind.TEXT, reply.replace('~', '|')))
        .isEqualTo(expected.replace('&', '\n'));
  }

  private static String read(String rule, AnswerKind kind, String reply) {
    List<Option> options = kind == AnswerKind.CHOICE ? OPTIONS : List.of();
    Presented presented = new Presented(kind, "?", options, List.of(), null, "en");
    return Extractors.standard().byName(rule).read(Reply.of(reply), presented)
            instanceof Reading.Read read
        ? switch (read.answer()) {
          case Answer.Choice choice -> choice.keys().first();
          case Answer.YesNo yesNo -> yesNo.yes() ? "yes" : "no";
          case Answer.Text text -> text.text();
          case Answer.Number number -> String.valueOf(number.value());
          case Answer.Date date -> date.day().toString();
          case Answer.Labels labels -> String.join("+", labels.labels());
        }
        : "";
  }
}

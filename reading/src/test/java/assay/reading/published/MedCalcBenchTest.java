package assay.reading.published;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Target;
import assay.core.Tolerance;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Extractor;
import assay.core.measure.Reading;
import assay.reading.Extractors;
import assay.reading.text.Days;
import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MedCalc-Bench: its recorded verdict on every row of every file, each with its own edition. */
class MedCalcBenchTest {

  private static final Set<Integer> DATES = Set.of(13, 68);
  private static final int WEEKS_AND_DAYS = 69;
  private static final Set<Integer> WHOLE =
      Set.of(4, 15, 16, 17, 18, 20, 21, 25, 27, 28, 29, 32, 33, 36, 43, 45, 48, 51);

  /** Fractional excretion of sodium and the Framingham risk are given in percent. */
  private static final Set<Integer> PERCENT = Set.of(40, 46);

  private static final String NEWER = "medcalc-bench/dataset/test_data.csv";
  private static final String OLDER = "medcalc-bench/dataset_2024-06-26/test_data.csv.gz";

  @ParameterizedTest
  @CsvSource({
    "outputs/openai_gpt-4o-mini_direct_answer.jsonl, newer, 1047, 216",
    "outputs_2024-06-27/code_exec_gpt_4.jsonl.gz, newer, 353, 182",
    "outputs_2024-06-27/OpenAI_gpt-3.5-turbo_one_shot.jsonl, newer, 114, 50",
    "outputs_2024-06-26/OpenAI_gpt-3.5-turbo_direct_answer.jsonl, older, 182, 66",
    "outputs_2024-06-26/OpenAI_gpt-4_one_shot.jsonl, older, 57, 17",
    "outputs_2024-06-26/OpenAI_gpt-4_zero_shot.jsonl, older, 6, 0"
  })
  void everyVerdictIsTheRecordedOne(String name, String edition, int rows, int right)
      throws IOException {
    Map<String, Map<String, String>> questions = new HashMap<>();
    for (Map<String, String> row :
        Files.csv(SharedData.require(edition.equals("newer") ? NEWER : OLDER))) {
      questions.put(row.get("Row Number"), row);
    }
    int seen = 0;
    int correct = 0;
    for (JsonNode row : Files.jsonLines(SharedData.require("medcalc-bench/evaluation/" + name))) {
      Map<String, String> question = questions.get(row.get("Row Number").asText());
      assertThat(question.get("Calculator ID")).isEqualTo(row.get("Calculator ID").asText());
      Target target = target(question);
      Presented presented = Files.of(target.kind(), question.get("Question"), "en");
      boolean hit =
          new Tally("medcalc", scorer(target.kind()))
              .add(Reply.of(row.get("LLM Answer").asText()), presented, target);
      assertThat(hit)
          .as(row.get("LLM Answer") + " for " + row.get("Ground Truth Answer"))
          .isEqualTo(row.get("Result").asText().equals("Correct"));
      seen++;
      correct += hit ? 1 : 0;
    }
    assertThat(new int[] {seen, correct}).containsExactly(rows, right);
  }

  @Test
  void weeksAndDaysAreRightWhereTheFirstTwoNumbersAre() {
    Target target = new Target.Text(List.of("('14 weeks', '1 days')"));
    Presented presented = Files.of(AnswerKind.TEXT, "How far is she?", "en");
    assertThat(new Tally("medcalc", "text").add(Reply.of("(14, 1)"), presented, target)).isTrue();
    assertThat(
            new Tally("weeks-days", "text").add(Reply.of("14 weeks and 1 day"), presented, target))
        .isTrue();
    assertThat(new Tally("medcalc", "text").add(Reply.of("14 weeks 2 days"), presented, target))
        .isFalse();
  }

  /** Whole replies are read and judged as by the publisher's own program. */
  @ParameterizedTest
  @MethodSource("replies")
  void wholeRepliesAreReadAsByThePublisher(FixtureRow row) {
    Map<String, String> question = new HashMap<>();
    for (String column :
        List.of("Calculator ID", "Ground Truth Answer", "Lower Limit", "Upper Limit")) {
      question.put(column, row.text(column));
    }
    Target target = target(question);
    Presented presented = Files.of(target.kind(), "A note.\n\n" + row.text("Question"), "en");
    Reply reply = Reply.of(row.text("reply").replace("\\n", "\n"));
    Reading reading = Extractors.standard().byName("medcalc-reply").read(reply, presented);
    String expected = row.text("read");
    switch (reading) {
      case Reading.Read(Answer.Number(double value, var unit), var evidence, var guessed) ->
          assertThat(value).isEqualTo(Double.parseDouble(expected));
      case Reading.Read(Answer.Date(LocalDate day), var evidence, var guessed) ->
          assertThat(american(day)).isEqualTo(expected);
      case Reading.Read(Answer answer, var evidence, var guessed) ->
          assertThat(answer).isEqualTo(new Answer.Text(inWords(expected)));
      case Reading.Unreadable(String reason) when reason.equals("a number with leading zeros") ->
          assertThat(expected).matches("-|0\\d+");
      // a day that there is not: cut out by the publisher, and wrong in his verdict
      case Reading.Unreadable(String reason) -> assertThat(expected).isIn("-", "02/30/2021");
      case Reading.Refused other -> throw new AssertionError(other);
      case Reading.Truncated other -> throw new AssertionError(other);
    }
    assertThat(new Tally("medcalc-reply", scorer(target.kind())).add(reply, presented, target))
        .isEqualTo(row.text("verdict").equals("1"));
  }

  static Stream<FixtureRow> replies() {
    return Fixture.of(MedCalcBenchTest.class, "medcalc.tsv").stream();
  }

  /** (14, 1) as 14 weeks 1 days. */
  private static String inWords(String pair) {
    return pair.substring(1, pair.length() - 1).replace(", ", " weeks ") + " days";
  }

  /** Whole points are asked for by those calculators of which the publisher says so. */
  @ParameterizedTest
  @ValueSource(strings = {NEWER, OLDER})
  void everyQuestionIsKnownForWholePointsOrNot(String edition) throws IOException {
    Extractor rule = Extractors.standard().byName("medcalc-reply");
    for (Map<String, String> row : Files.csv(SharedData.require(edition))) {
      Target target = target(row);
      if (!(target instanceof Target.Number)) {
        continue;
      }
      String question = row.get("Patient Note") + "\n\n" + row.get("Question");
      Reading reading =
          rule.read(
              Reply.of("{\"answer\": \"7 out of 9\"}"),
              Files.of(AnswerKind.NUMBER, question, "en"));
      boolean points = WHOLE.contains(Integer.parseInt(row.get("Calculator ID")));
      assertThat(reading)
          .as(row.get("Question"))
          .isInstanceOfSatisfying(
              Reading.Read.class,
              read -> assertThat(read.answer()).isEqualTo(new Answer.Number(points ? 7 : 9, null)));
    }
  }

  /** The default rule reads what a careful reader would, where the publisher's own errs too. */
  @ParameterizedTest
  @ValueSource(strings = {NEWER, OLDER})
  void theDefaultReadsPartsOfWholeAndPercent(String edition) throws IOException {
    int points = 0;
    int percents = 0;
    for (Map<String, String> row : Files.csv(SharedData.require(edition))) {
      Target target = target(row);
      String gold = row.get("Ground Truth Answer");
      int calculator = Integer.parseInt(row.get("Calculator ID"));
      Presented presented =
          Files.of(target.kind(), row.get("Patient Note") + "\n\n" + row.get("Question"), "en");
      if (WHOLE.contains(calculator) && Double.parseDouble(gold) >= 0) {
        int whole = (int) Math.rint(Double.parseDouble(gold));
        for (String form :
            List.of("The score is %d out of %d.", "%d/%d", "It is **%d/%d** points.")) {
          String said = String.format(Locale.ROOT, form, whole, whole + 3);
          assertThat(new Tally("layered", "number").add(Reply.of(said), presented, target))
              .as(row.get("Question") + said)
              .isTrue();
          String wrong = String.format(Locale.ROOT, form, whole + 3, whole + 4);
          assertThat(new Tally("layered", "number").add(Reply.of(wrong), presented, target))
              .isFalse();
        }
        points++;
      } else if (PERCENT.contains(calculator)) {
        Reply said = Reply.of("{\"answer\": \"" + gold + "%\"}");
        assertThat(new Tally("layered", "number").add(said, presented, target)).isTrue();
        assertThat(new Tally("medcalc-reply", "number").add(said, presented, target))
            .as("the publisher divides by 100, which is right for 0 alone")
            .isEqualTo(Double.parseDouble(gold) == 0);
        percents++;
      }
    }
    assertThat(List.of(points, percents)).allSatisfy(n -> assertThat(n).isPositive());
  }

  private static boolean isRight(String extractor, String answer, Target target) {
    Presented presented = Files.of(target.kind(), "What is it?", "en");
    return new Tally(extractor, scorer(target.kind())).add(Reply.of(answer), presented, target);
  }

  /**
   * For each row: answers made up inside, at and just outside what the publisher takes as right.
   */
  @ParameterizedTest
  @ValueSource(strings = {NEWER, OLDER})
  void answersAreRightUpToTheirLimitsAndNotBeyond(String edition) throws IOException {
    int limits = 0;
    int wholes = 0;
    int days = 0;
    int pregnancies = 0;
    for (Map<String, String> row : Files.csv(SharedData.require(edition))) {
      Target target = target(row);
      String gold = row.get("Ground Truth Answer");
      switch (target) {
        case Target.Number(double value, var unit, Tolerance.Interval(double low, double high)) -> {
          limits++;
          BigDecimal lower = BigDecimal.valueOf(low);
          BigDecimal upper = BigDecimal.valueOf(high);
          BigDecimal step = BigDecimal.valueOf(1, Math.max(lower.scale(), upper.scale()) + 1);
          for (BigDecimal right : List.of(lower, upper, BigDecimal.valueOf((low + high) / 2))) {
            assertThat(isRight("medcalc", right.toPlainString(), target))
                .as(row + " " + right)
                .isTrue();
          }
          for (BigDecimal wrong : List.of(lower.subtract(step), upper.add(step))) {
            assertThat(isRight("medcalc", wrong.toPlainString(), target))
                .as(row + " " + wrong)
                .isFalse();
          }
        }
        case Target.Number(double value, var unit, var tolerance) -> {
          wholes++;
          BigDecimal exact = BigDecimal.valueOf(Math.rint(value));
          assertThat(isRight("medcalc", exact.add(new BigDecimal("0.4")).toPlainString(), target))
              .isTrue();
          assertThat(isRight("medcalc", exact.add(new BigDecimal("0.6")).toPlainString(), target))
              .isFalse();
          assertThat(isRight("medcalc", exact.subtract(BigDecimal.ONE).toPlainString(), target))
              .isFalse();
        }
        case Target.Date(LocalDate day) -> {
          days++;
          assertThat(isRight("medcalc", american(day), target)).isTrue();
          assertThat(isRight("medcalc", american(day.plusDays(1)), target)).isFalse();
          assertThat(isRight("medcalc", american(day.minusDays(1)), target)).isFalse();
        }
        case Target.Text text -> {
          pregnancies++;
          assertThat(isRight("medcalc", written(gold), target)).isTrue();
          assertThat(isRight("medcalc", "(99, 9)", target)).isFalse();
        }
        case Target.Choice other -> throw new IllegalStateException("no choice here");
        case Target.YesNo other -> throw new IllegalStateException("no yes or no here");
        case Target.Labels other -> throw new IllegalStateException("no labels here");
        case Target.Unstated other -> throw new IllegalStateException("all is stated here");
      }
    }
    assertThat(List.of(limits, wholes, days, pregnancies))
        .allSatisfy(n -> assertThat(n).isPositive());
  }

  private static String american(LocalDate day) {
    return String.format(
        Locale.ROOT, "%02d/%02d/%04d", day.getMonthValue(), day.getDayOfMonth(), day.getYear());
  }

  /** ('14 weeks', '1 days') as a model would write it. */
  private static String written(String gold) {
    String[] numbers = gold.replaceAll("[^0-9]+", " ").strip().split(" ", -1);
    return "(" + numbers[0] + ", " + numbers[1] + ")";
  }

  private static Target target(Map<String, String> row) {
    int calculator = Integer.parseInt(row.get("Calculator ID"));
    String gold = row.get("Ground Truth Answer");
    if (DATES.contains(calculator)) {
      String[] parts = gold.split("/");
      LocalDate day =
          Days.date(
              Integer.parseInt(parts[2]), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      return new Target.Date(day);
    }
    if (calculator == WEEKS_AND_DAYS) {
      return new Target.Text(List.of(gold));
    }
    Tolerance tolerance =
        WHOLE.contains(calculator)
            ? new Tolerance.RoundedToWhole()
            : new Tolerance.Interval(
                Double.parseDouble(row.get("Lower Limit")),
                Double.parseDouble(row.get("Upper Limit")));
    return new Target.Number(Double.parseDouble(gold), null, tolerance);
  }

  private static String scorer(AnswerKind kind) {
    return switch (kind) {
      case NUMBER -> "number";
      case DATE -> "date";
      case TEXT -> "text";
      case CHOICE, YES_NO, LABELS -> throw new IllegalArgumentException("no such kind: " + kind);
    };
  }
}

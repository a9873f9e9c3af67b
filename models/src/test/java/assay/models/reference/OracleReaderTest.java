package assay.models.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.Sample;
import assay.core.Target;
import assay.core.Tolerance;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OracleReaderTest {

  private static final int TRIALS = 10_000;

  /** Six standard errors: a right reader fails once in five hundred million. */
  private static final double ERRORS = 6;

  @Test
  void whatNobodyStatesCannotBeTold() {
    Sample sample = Trials.sample(new Target.Unstated(AnswerKind.CHOICE), Trials.LETTERS);
    assertThat(new OracleReader(1, 7).answer(Trials.trial("t", sample), sample))
        .isEqualTo(
            new Attempt.Failed(
                FailureKind.REJECTED, "the right answer is not stated, so it is not known"));
    Sample known = Trials.sample(Target.Choice.of("B"), Trials.LETTERS);
    assertThat(GoldTally.of(Trials.pool(sample, known)).mostFrequent(known.kind()))
        .contains(new Answer.Choice(new TreeSet<>(List.of("B"))));
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind(Target.Choice.of("B"), "Answer: B"::equals),
        kind(new Target.Choice(new TreeSet<>(List.of("A", "C"))), "Answer: A, C"::equals),
        kind(new Target.YesNo(false), "Answer: no"::equals),
        kind(new Target.Text(List.of("left lung", "lung")), "Answer: left lung"::equals),
        kind(
            new Target.Number(12.5, "mm", new Tolerance.Absolute(2)),
            reply -> new Tolerance.Absolute(2).accepts(12.5, number(reply, " mm"))),
        kind(
            new Target.Number(-40, null, new Tolerance.Relative(0.05)),
            reply -> new Tolerance.Relative(0.05).accepts(-40, number(reply, ""))),
        kind(
            new Target.Number(0, "g", new Tolerance.Interval(3, 5)),
            reply -> number(reply, " g") == 4),
        kind(
            new Target.Number(7, null, new Tolerance.RoundedToWhole()),
            reply -> Math.rint(number(reply, "")) == 7),
        kind(
            new Target.Number(1e300, null, new Tolerance.Exact()),
            reply -> number(reply, "") == 1e300),
        kind(new Target.Date(LocalDate.of(2024, 2, 29)), "Answer: 2024-02-29"::equals),
        kind(
            new Target.Labels(new TreeSet<>(List.of("mass", "oedema"))),
            "Answer: mass; oedema"::equals),
        kind(new Target.Labels(new TreeSet<>()), "Answer: none"::equals));
  }

  private static Arguments kind(Target target, Predicate<String> right) {
    return Arguments.of(target, right);
  }

  private static double number(String reply, String unit) {
    assertThat(reply).startsWith("Answer: ").endsWith(unit);
    return Double.parseDouble(reply.substring(8, reply.length() - unit.length()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void itsAccuracyIsWhatItIsSaidToBe(Target target, Predicate<String> right) {
    Sample sample =
        Trials.sample(target, target instanceof Target.Choice ? Trials.LETTERS : List.of());
    for (double accuracy : new double[] {0, 0.3, 0.9, 1}) {
      OracleReader reader = new OracleReader(accuracy, 7);
      long hits =
          IntStream.range(0, TRIALS)
              .mapToObj(i -> Trials.reply(reader, "trial" + i, sample))
              .filter(right)
              .count();
      double error = Math.sqrt(accuracy * (1 - accuracy) * TRIALS);
      assertThat((double) hits)
          .isBetween(accuracy * TRIALS - ERRORS * error, accuracy * TRIALS + ERRORS * error);
    }
  }

  @Test
  void wrongOptionsAreEquallyLikely() {
    Sample sample = Trials.sample(Target.Choice.of("B"), Trials.LETTERS);
    OracleReader reader = new OracleReader(0, 7);
    Map<String, Long> counts =
        IntStream.range(0, TRIALS)
            .mapToObj(i -> Trials.reply(reader, "trial" + i, sample))
            .collect(Collectors.groupingBy(reply -> reply, TreeMap::new, Collectors.counting()));
    assertThat(counts.keySet()).containsExactly("Answer: A", "Answer: C", "Answer: D");
    double error = Math.sqrt(TRIALS * (1 / 3.0) * (2 / 3.0));
    assertThat(counts.values())
        .allSatisfy(
            n ->
                assertThat((double) n)
                    .isBetween(TRIALS / 3.0 - 6 * error, TRIALS / 3.0 + 6 * error));
  }

  @Test
  void aWrongTextHoldsNoReferenceAndIsHeldByNone() {
    List<String> references = List.of("pneumonia", "PNEUMONIA of the left lung", "no", "yes", "a");
    Sample sample = Trials.sample(new Target.Text(references), List.of());
    OracleReader reader = new OracleReader(0, 7);
    for (int i = 0; i < 1000; i++) {
      String said = Trials.reply(reader, "t" + i, sample).substring(8);
      assertThat(references).noneMatch(said::contains).noneMatch(r -> r.contains(said));
    }
  }

  @Test
  void theSameTrialGetsTheSameAnswerWhateverTheOrder() {
    Sample sample = Trials.sample(Target.Choice.of("B"), Trials.LETTERS);
    List<Integer> order = new ArrayList<>(IntStream.range(0, 2000).boxed().toList());
    OracleReader reader = new OracleReader(0.5, 11);
    List<String> once = order.stream().map(i -> Trials.reply(reader, "t" + i, sample)).toList();
    Collections.shuffle(order, new Random(1));
    OracleReader again = new OracleReader(0.5, 11);
    order.parallelStream()
        .forEach(i -> assertThat(Trials.reply(again, "t" + i, sample)).isEqualTo(once.get(i)));
    OracleReader other = new OracleReader(0.5, 12);
    assertThat(IntStream.range(0, 2000).mapToObj(i -> Trials.reply(other, "t" + i, sample)))
        .isNotEqualTo(once);
  }

  @Test
  void itKnowsTheOptionsAsTheyAreShown() {
    Sample sample = Trials.sample(Target.Choice.of("B"), Trials.LETTERS);
    List<Option> shuffled =
        List.of(new Option("1", "delta"), new Option("2", "beta"), new Option("3", "alpha"));
    OracleReader right = new OracleReader(1, 7);
    assertThat(Trials.reply(right, Trials.trial("t", sample, shuffled), sample))
        .isEqualTo("Answer: 2");
    OracleReader wrong = new OracleReader(0, 7);
    for (int i = 0; i < 100; i++) {
      assertThat(Trials.reply(wrong, Trials.trial("t" + i, sample, shuffled), sample))
          .isIn("Answer: 1", "Answer: 3");
    }
    List<Option> dropped = List.of(new Option("A", "alpha"));
    assertThat(Trials.reply(right, Trials.trial("t", sample, dropped), sample))
        .isEqualTo("Answer: A");
    assertThat(Trials.reply(right, Trials.trial("t", sample, List.of()), sample))
        .isEqualTo("Answer: none");
  }

  @Test
  void optionsOfTheSameTextAreToldApartByTheirKeys() {
    List<Option> twins = List.of(new Option("A", "same"), new Option("B", "same"));
    Sample sample = Trials.sample(Target.Choice.of("B"), twins);
    assertThat(Trials.reply(new OracleReader(1, 7), "t", sample)).isEqualTo("Answer: B");
    assertThat(Trials.reply(new OracleReader(0, 7), "t", sample)).isEqualTo("Answer: A");
  }

  @Test
  void whereNothingWrongIsShownItNamesNone() {
    Sample sample = Trials.sample(Target.Choice.of("A"), List.of(new Option("A", "alpha")));
    assertThat(Trials.reply(new OracleReader(0, 7), "t", sample)).isEqualTo("Answer: none");
  }

  @Test
  void anAccuracyIsAProbability() {
    for (double accuracy : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new OracleReader(accuracy, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("accuracy " + accuracy + ": expected 0 to 1");
    }
  }
}

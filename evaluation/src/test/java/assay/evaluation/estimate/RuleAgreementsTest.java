package assay.evaluation.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.AnswerKind;
import assay.core.Target;
import assay.evaluation.item.Contested;
import assay.evaluation.item.Item;
import assay.evaluation.item.ItemFilter;
import assay.evaluation.item.Items;
import assay.evaluation.scoring.ScoringPass;
import assay.evaluation.store.RunFile;
import assay.evaluation.support.SmallBenchmark;
import assay.evaluation.support.TestRun;
import assay.statistics.agreement.CohenKappa;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleAgreementsTest {

  private static final int N = 240;
  private static final Offset<Double> ZERO = within(1e-12);

  @TempDir private Path folder;

  /** Replies that are all different, as replies of models are. */
  private static Map<String, String> replies() {
    Map<String, String> replies = new LinkedHashMap<>();
    for (int i = 1; i <= N; i++) {
      String letter = String.valueOf((char) ('A' + i % 3));
      replies.put(
          "q" + i,
          i % 4 == 0 ? letter : "Thought number " + i + " says: the answer is " + letter + ".");
    }
    return replies;
  }

  private static SmallBenchmark small() {
    return SmallBenchmark.empty()
        .rules(
            AnswerKind.CHOICE,
            "layered,exact,vlmevalkit,whole,logprob-letter,likelihood,recorded",
            "choice",
            "accuracy")
        .choices(N);
  }

  @Test
  void repliesThatVaryHaveAnAgreementAll() {
    SmallBenchmark small = small();
    try (RunFile file =
        new TestRun(small).done(folder.resolve("run.assay"), TestRun.recorded(replies()))) {
      long scoring = ScoringPass.run(file, small.ruleSet(), "test");
      RuleAgreement agreement = RuleAgreements.of(file, small.ruleSet(), scoring).getFirst();
      assertThat(agreement.answered()).isEqualTo(N);
      List<RuleAgreement.OfRule> rules = agreement.rules();
      assertThat(rules.stream().filter(RuleAgreement.OfRule::applicable))
          .extracting(RuleAgreement.OfRule::extractor)
          .containsExactly("layered@1", "exact@1", "vlmevalkit@1");
      // layered reads all: A, B and C a third each; exact every fourth alone, a third each again.
      double chance = 3 * (1 / 3.0) * (1 / 12.0);
      double kappa = (0.25 - chance) / (1 - chance);
      assertThat(rules.get(0).kappas().get(1)).isCloseTo(kappa, within(1e-12));
      assertThat(rules.get(1).kappas().get(0)).isEqualTo(rules.get(0).kappas().get(1));
      assertThat(rules.get(0).kappas().get(2)).isEqualTo(1);
      assertThat(rules.get(0).meanKappa()).as("exact read a quarter only").isEqualTo(1);
      assertThat(rules.get(1).meanKappa()).isCloseTo(kappa, within(1e-12));
      assertThat(rules.get(1).counts()).isFalse();
      assertThat(agreement.lowest()).as("exact's quarter").isGreaterThan(rules.get(1).score());
      assertThat(rules.get(3).kappas()).containsOnlyNulls();
      assertThat(new TestRun(small).results(file).disagreements())
          .extracting(Results.Disagreement::second)
          .containsExactly("exact@1", "vlmevalkit@1");
    }
  }

  @Test
  void rulesThatDoNotApplyDisagreeWithNone() {
    SmallBenchmark small =
        SmallBenchmark.empty()
            .rules(
                AnswerKind.CHOICE,
                "layered,vlmevalkit,whole,logprob-letter,likelihood,recorded",
                "choice",
                "accuracy")
            .choices(N);
    Map<String, String> said = replies();
    said.put("q7", "The answer is (A). Not B, C.");
    try (RunFile file =
        new TestRun(small).done(folder.resolve("run.assay"), TestRun.recorded(said))) {
      long scoring = ScoringPass.run(file, small.ruleSet(), "test");
      List<Item> items = new ArrayList<>();
      new Items(file, small.ruleSet(), scoring, null, null).show(ItemFilter.DISAGREE, items::add);
      assertThat(items.size()).isLessThanOrEqualTo(1);
      assertThat(items).allSatisfy(item -> assertThat(item.sample().id()).isEqualTo("q7"));
    }
  }

  @Test
  void rulesThatReadNothingAreOutsideTheRangeAndHaveNoSay() {
    SmallBenchmark small =
        SmallBenchmark.empty()
            .rules(AnswerKind.CHOICE, "layered,vlmevalkit,json,likelihood", "choice", "accuracy")
            .choices(N);
    Map<String, String> said = replies();
    said.put("q7", "The answer is (A). Not B, C.");
    said.put("q8", "I could not say.");
    try (RunFile file =
        new TestRun(small).done(folder.resolve("run.assay"), TestRun.recorded(said))) {
      long scoring = ScoringPass.run(file, small.ruleSet(), "test");
      RuleAgreement agreement = RuleAgreements.of(file, small.ruleSet(), scoring).getFirst();
      RuleAgreement.OfRule json = agreement.rules().get(2);
      assertThat(json.extractor()).isEqualTo("json@1");
      assertThat(json.applicable()).isTrue();
      assertThat(json.counts()).isFalse();
      assertThat(json.score()).isZero();
      assertThat(agreement.lowest()).isGreaterThan(0);
      Items items = new Items(file, small.ruleSet(), scoring, null, null);
      Contested contested =
          items.contested(5, ItemFilter.ALL, Contested.Silence.NO_SAY, item -> true);
      assertThat(contested.answered()).isEqualTo(N);
      assertThat(contested.rules()).isEqualTo(2);
      assertThat(contested.items())
          .allSatisfy(
              item ->
                  assertThat(item.readings().keySet())
                      .containsExactly("layered@1", "vlmevalkit@1"));
      Contested all = items.contested(5, ItemFilter.ALL, Contested.Silence.DIFFERS, item -> true);
      assertThat(all.items()).hasSize((int) (all.differently() + all.silent()));
      assertThat(all.items()).extracting(item -> item.sample().id()).contains("q7");
      List<Item> each = new ArrayList<>();
      items.eachContested(ItemFilter.ALL, Contested.Silence.NO_SAY, item -> true, each::add);
      assertThat(each).hasSize((int) contested.differently());
      assertThat(
              items.contested(0, ItemFilter.ALL, Contested.Silence.DIFFERS, item -> true).items())
          .isEmpty();
    }
  }

  /** A run whose recording states that the first ones were read as A, and of the rest nothing. */
  private RuleAgreement recordedFor(int stated) {
    SmallBenchmark small =
        SmallBenchmark.empty()
            .rules(AnswerKind.CHOICE, "layered,vlmevalkit,recorded", "choice", "accuracy")
            .choices(N);
    Path path = folder.resolve("stated" + stated + ".assay");
    try (RunFile file = new TestRun(small).done(path, TestRun.recorded(replies()))) {
      TestRun.tamper(path, "UPDATE reply SET recorded_reading = 'A' WHERE trial < " + stated);
      long scoring = ScoringPass.run(file, small.ruleSet(), "test");
      return RuleAgreements.of(file, small.ruleSet(), scoring).getFirst();
    }
  }

  @Test
  void whatTheRecordingDoesNotStateIsNeitherWrongNorADisagreement() {
    RuleAgreement most = recordedFor(200);
    RuleAgreement.OfRule layered = most.rules().getFirst();
    RuleAgreement.OfRule recorded = most.rules().getLast();
    assertThat(recorded.read()).isEqualTo(200);
    assertThat(recorded.counts()).isTrue();
    long right = IntStream.range(0, 200).filter(RuleAgreementsTest::isRightWithA).count();
    assertThat(recorded.score()).isCloseTo(right / 200.0, within(1e-12));
    long same = IntStream.rangeClosed(1, 200).filter(i -> i % 3 == 0).count();
    assertThat(recorded.differing()).isEqualTo(200 - same);
    assertThat(recorded.kappas().getFirst()).as("A alone agrees by chance").isCloseTo(0, ZERO);
    assertThat(layered.meanKappa()).isCloseTo((1 + 0) / 2.0, ZERO);

    RuleAgreement third = recordedFor(80);
    assertThat(third.rules().getLast().applicable()).isTrue();
    assertThat(third.rules().getLast().counts()).isFalse();
    assertThat(third.rules().getFirst().meanKappa()).isEqualTo(1);
    assertThat(third.lowest()).isEqualTo(third.rules().getFirst().score());
    assertThat(third.highest()).isEqualTo(third.rules().getFirst().score());
  }

  /** Whether A is right of the sample of a number from 0. */
  private static boolean isRightWithA(int number) {
    return SmallBenchmark.empty()
        .choices(number + 1)
        .samples()
        .getLast()
        .target()
        .equals(Target.Choice.of("A"));
  }

  @Test
  void countsWithoutSomeAreCountsOfTheRest() {
    Random random = new Random(11);
    for (int classes : new int[] {1, 3, 40, 2_000}) {
      ClassCounts all = new ClassCounts();
      ClassCounts some = new ClassCounts();
      ClassCounts rest = new ClassCounts();
      for (int i = 0; i < 4_000; i++) {
        long key = ClassCounts.digest("answer " + random.nextInt(classes));
        all.add(key);
        (random.nextInt(3) == 0 ? rest : some).add(key);
      }
      assertThat(all.without(some)).hasToString(rest.toString());
      assertThat(all.without(some).products(all)).isEqualTo(rest.products(all));
    }
  }

  @Test
  void countsOfManyClassesGiveTheKappaOfTables() {
    Random random = new Random(7);
    for (int classes : new int[] {1, 2, 30, 3_000}) {
      ClassCounts one = new ClassCounts();
      ClassCounts other = new ClassCounts();
      int[] first = new int[5_000];
      int[] second = new int[5_000];
      long agreed = 0;
      for (int i = 0; i < first.length; i++) {
        first[i] = random.nextInt(classes);
        second[i] = random.nextBoolean() ? first[i] : random.nextInt(classes);
        one.add(ClassCounts.digest("answer " + first[i]));
        other.add(ClassCounts.digest("answer " + second[i]));
        agreed += first[i] == second[i] ? 1 : 0;
      }
      var kappa = CohenKappa.fromSums(first.length, agreed, one.products(other));
      if (classes == 1) {
        assertThat(kappa).isEmpty();
      } else {
        assertThat(CohenKappa.of(first, second, classes, 0.95))
            .isInstanceOfSatisfying(
                assay.statistics.Estimate.Known.class,
                known -> assertThat(known.value()).isCloseTo(kappa.orElseThrow(), within(1e-12)));
      }
    }
  }

  @Test
  void moreClassesThanAreToldApartAreSaidToBe() {
    ClassCounts counts = new ClassCounts();
    for (int i = 0; i <= ClassCounts.MOST + 10; i++) {
      assertThat(counts.isFull()).isEqualTo(i > ClassCounts.MOST);
      counts.add(ClassCounts.digest("answer " + i));
    }
    assertThat(Objects.toString(counts)).startsWith((ClassCounts.MOST + 1) + " classes");
  }
}

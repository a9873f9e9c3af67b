package assay.evaluation.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDifferenceTest {

  private static final Put UNKNOWN = new Put(null, null, GenerationSettings.NOT_STATED);

  private static Put put(String prompt, String images, String temperature) {
    return new Put(prompt, images, settings(true, "temperature", temperature));
  }

  private static GenerationSettings settings(boolean whole, String... namesAndValues) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new GenerationSettings(whole, values);
  }

  private static Side.Done done(double score, Put put, String reply, String read) {
    return new Side.Done("/1", 1, score, put, reply, read, read.isEmpty() ? "unreadable" : "read");
  }

  private static Side.Asked asked(String question, Side.Done... trials) {
    return new Side.Asked(question, List.of(), Target.Choice.of("A"), List.of(trials));
  }

  private static Side side(SequencedMap<String, Side.Asked> asked) {
    return Side.of(asked, "layered@1", "choice@1");
  }

  private static RunDifference.Share share(RunDifference difference, Cause cause) {
    return difference.shares().stream()
        .filter(share -> share.cause() == cause)
        .findFirst()
        .orElseThrow();
  }

  private static RunDifference compare(Side.Done one, Side.Done other) {
    SequencedMap<String, Side.Asked> first = new LinkedHashMap<>();
    first.put("q1", asked("Which one is it, of all of these?", one));
    SequencedMap<String, Side.Asked> second = new LinkedHashMap<>();
    second.put("q1", asked("Which one is it, of all of these?", other));
    return RunDifference.of(side(first), side(second), true);
  }

  @Test
  void theFirstCauseThatCanHaveMadeItIsBlamed() {
    Put one = put("p1", "i1", "s1");
    assertThat(flip(one, put("p2", "i2", "s2"), "x", "y", "A", "B")).isEqualTo(Cause.PROMPT);
    assertThat(flip(one, put("p1", "i2", "s2"), "x", "y", "A", "B")).isEqualTo(Cause.IMAGES);
    assertThat(flip(one, put("p1", "i1", "s2"), "x", "y", "A", "B")).isEqualTo(Cause.SETTINGS);
    assertThat(flip(one, one, "x", "y", "A", "B")).isEqualTo(Cause.REPLY);
    assertThat(flip(UNKNOWN, one, "x", "y", "A", "B")).isEqualTo(Cause.REPLY);
    assertThat(flip(one, put("p2", "i1", "s1"), "x", "x", "A", "B")).isEqualTo(Cause.READING);
    assertThat(flip(one, one, "x", "x", "A", "")).isEqualTo(Cause.READING);
    assertThat(flip(one, one, "x", "x", "A", "A")).isEqualTo(Cause.SCORE);
  }

  private static Cause flip(
      Put one, Put other, String reply, String otherReply, String read, String otherRead) {
    RunDifference difference =
        compare(done(1, one, reply, read), done(0, other, otherReply, otherRead));
    assertThat(difference.gap()).isEqualTo(-1);
    assertThat(difference.flips()).hasSize(1);
    Cause cause = difference.flips().getFirst().cause();
    assertThat(share(difference, cause).points()).isEqualTo(-1);
    assertThat(share(difference, cause).flips()).isEqualTo(1);
    return cause;
  }

  @Test
  void whatIsNotKnownIsNotCalledEqual() {
    RunDifference difference =
        compare(done(1, UNKNOWN, "x", "A"), done(1, put("p", "i", "s"), "x", "A"));
    assertThat(share(difference, Cause.PROMPT).known()).isFalse();
    assertThat(share(difference, Cause.SETTINGS).known()).isFalse();
    assertThat(share(difference, Cause.REPLY).known()).isTrue();
    assertThat(difference.flips()).isEmpty();
    assertThat(difference.gap()).isZero();
  }

  private static RunDifference ofSettings(GenerationSettings one, GenerationSettings other) {
    return compare(
        done(1, new Put("p", "i", one), "x", "A"), done(0, new Put("p", "i", other), "y", "B"));
  }

  @Test
  void settingsThatDifferAreNamedWithWhatTheyCarry() {
    RunDifference difference =
        ofSettings(
            settings(false, "temperature", "0.0", "max_tokens", "64", "top_p", "1"),
            settings(false, "temperature", "0.7", "max_tokens", "64", "stop", "[]"));
    assertThat(difference.settings().differing())
        .containsExactly(new RunDifference.Setting("temperature", "0", "0.7", 1, 1, -1));
    assertThat(difference.settings().firstAlone())
        .containsExactly(new RunDifference.StatedAlone("top_p", "1", 1));
    assertThat(difference.settings().secondAlone())
        .containsExactly(new RunDifference.StatedAlone("stop", "[]", 1));
    assertThat(share(difference, Cause.SETTINGS).points()).isEqualTo(-1);
  }

  @Test
  void aSettingThatIsNotStatedIsNeitherEqualNorDifferent() {
    RunDifference difference =
        ofSettings(settings(true, "max_tokens", "64"), settings(false, "temperature", "0"));
    assertThat(share(difference, Cause.SETTINGS).known()).isFalse();
    assertThat(difference.settings().differing()).isEmpty();
    assertThat(difference.flips().getFirst().cause()).isEqualTo(Cause.REPLY);
    RunDifference sent = ofSettings(settings(true), settings(true, "temperature", "0"));
    assertThat(sent.settings().differing())
        .containsExactly(new RunDifference.Setting("temperature", null, "0", 1, 1, -1));
    assertThat(sent.settings().secondAlone()).isEmpty();
  }

  @Test
  void numbersAreComparedByValue() {
    RunDifference difference =
        ofSettings(
            settings(false, "temperature", "0.0", "top_p", "1"),
            settings(false, "temperature", "0", "top_p", "1.00"));
    assertThat(share(difference, Cause.SETTINGS).known()).isTrue();
    assertThat(share(difference, Cause.SETTINGS).differing()).isZero();
    assertThat(difference.flips().getFirst().cause()).isEqualTo(Cause.REPLY);
  }

  @Test
  void nothingInCommonIsAllTheSampleSet() {
    SequencedMap<String, Side.Asked> first = new LinkedHashMap<>();
    first.put("q1", asked("the first of the questions", done(1, UNKNOWN, "x", "A")));
    SequencedMap<String, Side.Asked> second = new LinkedHashMap<>();
    second.put("q2", asked("another one altogether, isn't it", done(0, UNKNOWN, "x", "A")));
    RunDifference difference = RunDifference.of(side(first), side(second), false);
    assertThat(difference.matched()).isZero();
    assertThat(share(difference, Cause.SAMPLE_SET).points()).isEqualTo(-1);
    assertThat(share(difference, Cause.SAMPLE_SET).differing()).isEqualTo(2);

    RunDifference empty = RunDifference.of(side(new LinkedHashMap<>()), side(second), false);
    assertThat(empty.gap()).isNull();
    assertThat(share(empty, Cause.SAMPLE_SET).points()).isZero();
  }

  private static Side.Done epoch(int epoch, double score) {
    return new Side.Done("/" + epoch, epoch, score, UNKNOWN, "r" + score, "A", "read");
  }

  @Test
  void epochsThatOneRunAloneHasBelongToTheSampleSet() {
    SequencedMap<String, Side.Asked> first = new LinkedHashMap<>();
    first.put("q1", asked("the first", epoch(1, 1), epoch(2, 1), epoch(3, 0)));
    first.put("q2", asked("the second", epoch(1, 0), epoch(2, 0), epoch(3, 0)));
    SequencedMap<String, Side.Asked> second = new LinkedHashMap<>();
    second.put("q2", asked("the second", epoch(1, 1), epoch(2, 0)));
    second.put("q3", asked("the third", epoch(1, 1), epoch(2, 1)));
    second.put("q1", asked("the first", epoch(4, 1)));
    RunDifference difference = RunDifference.of(side(first), side(second), true);
    assertThat(difference.matched()).as("of q1 they share no epoch").isEqualTo(1);
    assertThat(difference.trials()).isEqualTo(2);
    assertThat(difference.gap()).isCloseTo(2.5 / 3 - 1 / 3.0, within(1e-12));
    assertThat(difference.first().meanOfMatched()).isZero();
    assertThat(difference.second().meanOfMatched()).isEqualTo(0.5);
    assertThat(share(difference, Cause.REPLY).points()).isCloseTo(0.5, within(1e-12));
    assertThat(share(difference, Cause.SAMPLE_SET).points()).isCloseTo(0, within(1e-12));
    assertThat(share(difference, Cause.SAMPLE_SET).differing()).isEqualTo(4 + 3);
  }

  @Test
  void questionsOfOtherBenchmarksAreMatchedByTheirLines() {
    SequencedMap<String, Side.Asked> first = new LinkedHashMap<>();
    first.put(
        "7", asked("Case 1: a cough for nine days?\nA. one\nB. two", done(1, UNKNOWN, "x", "A")));
    first.put(
        "8", asked("Case 2: a fever for nine days?\nA. one\nB. two", done(1, UNKNOWN, "x", "A")));
    SequencedMap<String, Side.Asked> second = new LinkedHashMap<>();
    second.put(
        "8",
        asked(
            "Answer the question below.\n\nCase 1: a cough for  nine days?\n\nA) one",
            done(1, UNKNOWN, "x", "A")));
    second.put(
        "9",
        asked(
            "Answer the question below.\n\nCase 2: a fever for nine days?\n\nA) one",
            done(0, UNKNOWN, "y", "B")));
    RunDifference difference = RunDifference.of(side(first), side(second), false);
    assertThat(difference.matched()).isEqualTo(2);
    assertThat(difference.flips()).hasSize(1);
    assertThat(difference.flips().getFirst().firstId()).isEqualTo("8");
    assertThat(difference.flips().getFirst().secondId()).isEqualTo("9");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void thePartsAddUpToTheGapAndChangeSignWithTheOrder(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Side one = side(made(random, seed));
    Side other = side(made(random, seed));
    RunDifference forth = RunDifference.of(one, other, true);
    RunDifference back = RunDifference.of(other, one, true);
    double sum = forth.shares().stream().mapToDouble(RunDifference.Share::points).sum();
    assertThat(sum).isCloseTo(forth.gap(), within(1e-12));
    double matched = forth.second().meanOfMatched() - forth.first().meanOfMatched();
    assertThat(share(forth, Cause.SAMPLE_SET).points())
        .as("(B − B′) − (A − A′)")
        .isCloseTo(forth.second().mean() - forth.first().mean() - matched, within(1e-12));
    assertThat(sum - share(forth, Cause.SAMPLE_SET).points()).isCloseTo(matched, within(1e-12));
    for (Cause cause : Cause.values()) {
      assertThat(share(back, cause).points())
          .isCloseTo(-share(forth, cause).points(), within(1e-12));
      assertThat(share(back, cause).flips()).isEqualTo(share(forth, cause).flips());
      assertThat(share(back, cause).differing()).isEqualTo(share(forth, cause).differing());
    }
    long flips = forth.shares().stream().mapToLong(RunDifference.Share::flips).sum();
    assertThat(flips).isEqualTo(forth.flips().size());
  }

  private static SequencedMap<String, Side.Asked> made(RandomGenerator random, long seed) {
    SequencedMap<String, Side.Asked> asked = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      if (random.nextInt(5) == 0) {
        continue;
      }
      List<Side.Done> trials = new ArrayList<>();
      int epochs = seed % 2 == 0 ? 1 : 1 + random.nextInt(3);
      for (int epoch = 1; epoch <= epochs; epoch++) {
        trials.add(
            new Side.Done(
                "/" + epoch,
                epoch,
                random.nextInt(5) / 4.0,
                new Put(
                    maybe(random, "p"),
                    maybe(random, "i"),
                    settings(random.nextBoolean(), "temperature", "0." + random.nextInt(2))),
                "r" + random.nextInt(3),
                random.nextBoolean() ? "A" : "",
                "read"));
      }
      asked.put(
          "q" + i,
          new Side.Asked("question number " + i, List.of(), Target.Choice.of("A"), trials));
    }
    return asked;
  }

  private static @Nullable String maybe(RandomGenerator random, String text) {
    return text + random.nextInt(2);
  }
}

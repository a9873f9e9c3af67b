package assay.phantoms.question;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Option;
import assay.phantoms.PhantomBenchmark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That nothing but the image tells the answer: priors, places and words stay near chance. */
class BlindnessTest {

  private static final int IMAGES = 1200;

  private static List<PhantomQuestion> questions;

  @BeforeAll
  static void draw() {
    questions = PhantomBenchmark.draw(20_260, IMAGES).questions();
  }

  private static List<PhantomQuestion> of(QuestionType type) {
    return questions.stream().filter(q -> q.type() == type).toList();
  }

  private static Map<String, Long> counts(
      List<PhantomQuestion> some, Function<PhantomQuestion, String> by) {
    return some.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }

  private static double largestShare(Map<String, Long> counts) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    return counts.values().stream().mapToLong(Long::longValue).max().orElse(0) / (double) all;
  }

  private static String goldText(PhantomQuestion question) {
    return question.options().stream()
        .filter(option -> option.key().equals(question.gold()))
        .map(Option::text)
        .findFirst()
        .orElse(question.gold());
  }

  @Test
  void typesAreAskedAboutEquallyOften() {
    assertThat(questions).hasSize(4 * IMAGES);
    for (QuestionType type : QuestionType.values()) {
      assertThat(of(type).size() / (4.0 * IMAGES)).as(type.id()).isBetween(0.155, 0.18);
    }
  }

  @Test
  void theMostFrequentAnswerIsNoBetterThanChance() {
    Map<QuestionType, Double> chance =
        Map.of(
            QuestionType.LOCATION, 1 / 4.0,
            QuestionType.SHAPE, 1 / 3.0,
            QuestionType.PRESENCE, 1 / 2.0,
            QuestionType.SIZE, 1 / 2.0,
            QuestionType.COUNT, 1 / 5.0);
    chance.forEach(
        (type, share) ->
            assertThat(largestShare(counts(of(type), BlindnessTest::goldText)))
                .as(type.id())
                .isLessThan(share + 0.02));
  }

  @Test
  void theBestSingleDiameterIsRarelyRight() {
    List<Double> golds =
        of(QuestionType.DIAMETER).stream().map(q -> Double.parseDouble(q.gold())).toList();
    double best = 0;
    for (double guess = 9; guess < 40; guess += 0.1) {
      double fixed = guess;
      best = Math.max(best, golds.stream().filter(g -> Math.abs(g - fixed) <= 2).count());
    }
    // Five of the 24 mm over which diameters are spread lie within reach of one guess: 4/24.
    assertThat(best / golds.size()).isLessThan(0.20);
  }

  @Test
  void placesOfTheRightOptionAreEven() {
    for (QuestionType type : List.of(QuestionType.LOCATION, QuestionType.SHAPE)) {
      Map<String, Long> places = counts(of(type), PhantomQuestion::gold);
      int options = of(type).getFirst().options().size();
      assertThat(places).hasSize(options);
      assertThat(largestShare(places)).isLessThan(1.0 / options + 0.01);
      // Nor does an answer have a place of its own.
      counts(of(type), BlindnessTest::goldText)
          .keySet()
          .forEach(
              text ->
                  assertThat(
                          largestShare(
                              counts(
                                  of(type).stream().filter(q -> goldText(q).equals(text)).toList(),
                                  PhantomQuestion::gold)))
                      .isLessThan(1.0 / options + 0.05));
    }
  }

  /** Learns the best answer to each wording from one half, and is tried on the other. */
  @Test
  void theWordsOfAQuestionTellNothing() {
    Map<QuestionType, Double> chance =
        Map.of(
            QuestionType.LOCATION, 1 / 4.0,
            QuestionType.SHAPE, 1 / 3.0,
            QuestionType.PRESENCE, 1 / 2.0,
            QuestionType.SIZE, 1 / 2.0,
            QuestionType.COUNT, 1 / 5.0);
    chance.forEach(
        (type, share) -> {
          Map<String, Map<String, Integer>> learned = new HashMap<>();
          int right = 0;
          int tried = 0;
          for (PhantomQuestion question : of(type)) {
            Map<String, Integer> answers =
                learned.computeIfAbsent(question.text(), text -> new TreeMap<>());
            if (question.image() < IMAGES / 2) {
              answers.merge(goldText(question), 1, Integer::sum);
            } else {
              String best =
                  answers.entrySet().stream()
                      .max(Map.Entry.comparingByValue())
                      .map(Map.Entry::getKey)
                      .orElse("");
              right += best.equals(goldText(question)) ? 1 : 0;
              tried++;
            }
          }
          assertThat(right / (double) tried).as(type.id()).isLessThan(share + 0.05);
        });
  }

  /** Reference readers as the demo has them, on sets of the demo's size. */
  @Test
  void smallSetsAreBalancedToo() {
    double first = 0;
    double yes = 0;
    int choices = 0;
    int yesNo = 0;
    for (long seed = 1; seed <= 30; seed++) {
      List<PhantomQuestion> small = PhantomBenchmark.draw(seed, 40).questions();
      assertThat(small).hasSize(160);
      int yesHere = 0;
      int yesNoHere = 0;
      for (PhantomQuestion question : small) {
        switch (question.type().kind()) {
          case CHOICE -> {
            choices++;
            first += question.gold().equals("A") ? 1 : 0;
          }
          case YES_NO -> {
            yesNoHere++;
            yesHere += question.gold().equals("yes") ? 1 : 0;
          }
          default -> {}
        }
      }
      assertThat(yesHere / (double) yesNoHere).isBetween(0.4, 0.6);
      yes += yesHere;
      yesNo += yesNoHere;
    }
    assertThat(first / choices).isBetween(0.26, 0.32);
    assertThat(yes / yesNo).isBetween(0.47, 0.53);
  }

  @Test
  void noImageIsAskedTheSameTwice() {
    Map<Integer, List<String>> texts =
        questions.stream()
            .collect(
                Collectors.groupingBy(
                    PhantomQuestion::image,
                    TreeMap::new,
                    Collectors.mapping(PhantomQuestion::text, Collectors.toList())));
    texts.forEach((image, asked) -> assertThat(asked).hasSize(4).doesNotHaveDuplicates());
  }
}

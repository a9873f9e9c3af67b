package assay.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Target;
import assay.evaluation.comparison.Adjustment;
import assay.evaluation.comparison.Comparison;
import assay.evaluation.comparison.Comparisons;
import assay.evaluation.comparison.Side;
import assay.evaluation.comparison.SideReader;
import assay.evaluation.comparison.Terms;
import assay.evaluation.comparison.Tournament;
import assay.evaluation.comparison.Verdict;
import assay.evaluation.store.RunFile;
import assay.report.json.PrettyJson;
import assay.report.support.SchemaFaults;
import assay.report.support.SmallRun;
import assay.statistics.multiplicity.Correction;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a comparison says besides the mean score, and of how the sides were read. */
class ComparisonTextTest {

  private static final Comparisons COMPARISONS =
      new Comparisons(new Terms(0.95, null, Adjustment.of(Correction.HOLM), 1, true));

  @TempDir private Path folder;

  /** The first so many questions are of the large subset, the others of the small one. */
  private Side side(String name, String replies, int large, SideReader.Choice choice) {
    SmallRun run = new SmallRun();
    if (large > 0) {
      run.subsets("large", "small");
    }
    for (int i = 0; i < replies.length(); i++) {
      String letter = String.valueOf(replies.charAt(i));
      run.add(
          "q" + i,
          large == 0 ? null : i < large ? "large" : "small",
          Target.Choice.of(i % 2 == 0 ? "A" : "B"),
          switch (letter) {
            case "-" -> "I would rather wait.";
            case "!" -> "failed";
            default -> "The answer is " + letter;
          },
          new LinkedHashMap<>(),
          "");
    }
    try (RunFile file = run.run(folder.resolve(name))) {
      return run.side(file, name, choice);
    }
  }

  private Side side(String name, String replies, int large) {
    return side(name, replies, large, SideReader.Choice.HEADLINE);
  }

  private static String text(Comparison comparison) {
    return new ComparisonText(comparison, 100, false).render();
  }

  private static String flat(Comparison comparison) {
    return text(comparison).replaceAll("\\s+", " ");
  }

  @Test
  void whatCannotBeNoticedIsSaidAndOneMoreForetold() {
    String text =
        flat(COMPARISONS.compare(side("a.assay", "ABABA", 0), side("b.assay", "CCCCC", 0)));

    assertThat(text)
        .contains("It cannot be said which of A and B is better: ")
        .contains("About 1 such question more would decide it, if the difference is what it seems")
        .contains(
            "With so few no difference, however large, could be noticed: of 5 questions the smallest"
                + " p that the test can give is 0.063.")
        .doesNotContain("8 times in 10");
    assertThat(
            flat(COMPARISONS.compare(side("c.assay", "ABABAC", 0), side("d.assay", "CCCCCA", 0))))
        .contains("is noticed 8 times in 10.");
  }

  /** A is ahead on 8 of the 112 of the large subset, B on all 10 of the small one. */
  @Test
  void aMeanOfSubsetsThatIsDecidedStandsBesideAVerdictThatIsNot() throws IOException {
    String both = "AB".repeat(44);
    String text =
        flat(
            COMPARISONS.compare(
                side("a.assay", both + "AB".repeat(4) + "CC".repeat(8) + "CC".repeat(5), 112),
                side("b.assay", both + "CC".repeat(4) + "CC".repeat(8) + "AB".repeat(5), 112)));
    assertThat(text)
        .contains("It cannot be said which of A and B is better: ")
        .contains("But by the mean of 2 subsets it can: there A is worse, ");
  }

  /** A is ahead on 12 of the 100 of the large subset, B on 8 of the 10 of the small one. */
  @Test
  void aMeanOfSubsetsThatSaysTheReverseStandsBesideTheVerdict() throws IOException {
    String right = "AB".repeat(44);
    Comparison comparison =
        COMPARISONS.compare(
            side("a.assay", right + "AB".repeat(12) + "CC".repeat(5), 112),
            side("b.assay", right + "CC".repeat(12) + "AB".repeat(5), 112));

    Tournament both =
        COMPARISONS.compareAll(
            List.of(comparison.first(), comparison.second()), false, Comparisons.Detail.OVERALL);
    assertThat(new TournamentText(both, 100).render())
        .contains("The reverse of the verdict above: A - B by mean of 2 subsets.");
    String text = flat(comparison);
    assertThat(text)
        .contains("A is better than B: ")
        .contains(
            "But by the mean of 2 subsets it is the reverse: there A is worse, 50.0 % against 89.3 %")
        .contains("cohen-kappa, mean of 2 subsets")
        .contains("p adjusted by holm for the family 'metrics besides the mean score' of 3.")
        .contains("In the first figures all questions weigh alike, so large parts count for more.");
    ObjectNode json = ComparisonJson.document("0.1.0", comparison);
    assertThat(SchemaFaults.of("schema/comparison.schema.json", PrettyJson.write(json))).isEmpty();
    assertThat(json.at("/metrics/0/metric").asText()).isEqualTo("accuracy");
    assertThat(json.at("/metrics/0/subsets").asInt()).isEqualTo(2);
    assertThat(json.at("/metrics/0/verdict").asText()).isEqualTo("worse");
    assertThat(json.at("/metrics/0/value_a").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/metrics/1/subsets").isNull()).isTrue();
  }

  /** Two turns of a verdict are one "But" and one "And". */
  @Test
  void aVerdictTurnsOnce() {
    String right = "AB".repeat(44);
    String text =
        flat(
            COMPARISONS.compare(
                side("a.assay", right + "AB".repeat(12) + "CC".repeat(5), 112),
                side("b.assay", right + "CC".repeat(12) + "AB".repeat(5), 112)));
    assertThat(text)
        .contains(" But by the mean of 2 subsets it is the reverse")
        .contains(" And the parts point in opposite directions");
    assertThat(text.split(" But ", -1)).hasSize(2);
  }

  /** At 80 columns names of metrics stay whole, and values give way. */
  @Test
  void namesOfMetricsAreNotCut() {
    String right = "AB".repeat(44);
    Comparison comparison =
        COMPARISONS.compare(
            side("a.assay", right + "AB".repeat(12) + "CC".repeat(5), 112),
            side("b.assay", right + "CC".repeat(12) + "AB".repeat(5), 112));
    String text = new ComparisonText(comparison, 80, false).render();
    assertThat(text).contains("cohen-kappa, mean of 2 subsets  ").contains("mean of 2 subsets  ");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
  }

  @Test
  void aMarginCountsForMetricsToo() {
    Comparisons within =
        new Comparisons(new Terms(0.95, 0.2, Adjustment.of(Correction.HOLM), 1, true));
    Comparison comparison =
        within.compare(
            side("a.assay", "AB".repeat(100) + "AC", 0),
            side("b.assay", "AB".repeat(100) + "CB", 0));
    assertThat(flat(comparison))
        .contains("equivalent")
        .contains("The margin counts for metrics over classes too, as a share of 1.");
    assertThat(comparison.metrics())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.verdict()).isEqualTo(Verdict.EQUIVALENT));
    assertThat(COMPARISONS.compare(comparison.first(), comparison.second()).metrics())
        .noneSatisfy(one -> assertThat(one.verdict()).isEqualTo(Verdict.EQUIVALENT));
  }

  @Test
  void whatCouldNotBeReadIsCountedOnBothSides() {
    Comparison comparison =
        COMPARISONS.compare(side("a.assay", "AB--AB-B", 0), side("b.assay", "ABAB-BAA", 0));

    assertThat(flat(comparison))
        .contains("Could not be read: 3 of 8 answers of A, 1 of 8 answers of B.")
        .contains("Read by layered@1, scored by choice@1.")
        .doesNotContain("hold the same answers");
    ObjectNode json = ComparisonJson.document("0.1.0", comparison);
    assertThat(json.at("/unread/a/unread").asInt()).isEqualTo(3);
    assertThat(json.at("/unread/b/unread").asInt()).isEqualTo(1);
    assertThat(json.at("/unread/b/answers").asInt()).isEqualTo(8);
    assertThat(json.at("/same_replies").asBoolean()).isFalse();
  }

  @Test
  void theSameAnswersTwiceAreSaidToBeThat() {
    Comparison comparison =
        COMPARISONS.compare(side("a.assay", "ABCABA", 0), side("b.assay", "ABCABA", 0));

    assertThat(flat(comparison))
        .contains("A and B hold the same answers: every reply is the same, word for word.");
    assertThat(ComparisonJson.document("0.1.0", comparison).at("/same_replies").asBoolean())
        .isTrue();
  }

  @Test
  void theSameAnswersAreNamedOnceAndOnlyThoseThatBothGave() {
    Tournament tournament =
        COMPARISONS.compareAll(
            List.of(
                side("a.assay", "BABABA", 0),
                side("b.assay", "ABCABA", 0),
                side("c.assay", "ABCA!!", 0)),
            false,
            Comparisons.Detail.OVERALL);
    assertThat(new TournamentText(tournament, 100).render().replaceAll("\\s+", " "))
        .contains(
            " B and C hold the same answers: every reply to the 4 questions that both answered is"
                + " the same, word for word.")
        .doesNotContain("B and C: B and C");
  }

  @Test
  void numbersOfMoreQuestionsHaveThreeDigits() {
    assertThat(VerdictText.rounded(61)).isEqualTo(61);
    assertThat(VerdictText.rounded(317)).isEqualTo(317);
    assertThat(VerdictText.rounded(1217)).isEqualTo(1220);
    assertThat(VerdictText.rounded(7262)).isEqualTo(7270);
    assertThat(VerdictText.rounded(35_400)).isEqualTo(35_400);
  }

  /** Ten questions of so many patients. */
  private Side ofPatients(String name, String replies, int patients) {
    SmallRun run = new SmallRun();
    for (int i = 0; i < replies.length(); i++) {
      run.add(
          "q" + i,
          null,
          Target.Choice.of("A"),
          String.valueOf(replies.charAt(i)),
          new LinkedHashMap<>(),
          "p" + i % patients);
    }
    try (RunFile file = run.run(folder.resolve(name))) {
      return run.side(file, name);
    }
  }

  /** Three times as often right, but as many answers are missing as could turn it round. */
  @Test
  void missingAnswersThatWouldDecideAreCounted() {
    Tournament tournament =
        COMPARISONS.compareAll(
            List.of(
                side("a.assay", "AB".repeat(20) + "!".repeat(20), 0),
                side("b.assay", "AC".repeat(20) + "!".repeat(20), 0)),
            false,
            Comparisons.Detail.OVERALL);
    assertThat(new TournamentText(tournament, 120).render())
        .contains("needs more")
        .containsPattern("undecided  20 answers or about \\d+\\n");
  }

  /** Numbers of a part must not pass for those of the whole. */
  @Test
  void aPartSaysThatItIsOne() throws IOException {
    Side first = part("a.assay", "organ", "chest");
    Side second = part("b.assay", "organ", "chest");
    assertThat(flat(COMPARISONS.compare(first, second)))
        .contains(" · organ=chest A ")
        .contains("Fewer than 30 questions tell little")
        .contains("on the 20 questions of organ=chest that both answered, a difference");
    assertThat(flat(COMPARISONS.compare(first, part("b.assay", "sex", "F"))))
        .containsPattern(" · organ=chest B [^·]+ · sex=F ")
        .contains(
            "on the 20 questions that both answered (A of organ=chest, B of sex=F), a difference");
    Tournament tournament =
        COMPARISONS.compareAll(
            List.of(first, second, part("c.assay", "organ", "chest")),
            false,
            Comparisons.Detail.OVERALL);
    assertThat(new TournamentText(tournament, 100).render())
        .contains(" · organ=chest\n")
        .contains("Fewer than 30 questions tell little")
        .contains("On the questions of organ=chest, in 0 of 3 pairs one reader is better");
    ObjectNode json = ComparisonJson.document("0.1.0", COMPARISONS.compare(first, second));
    assertThat(SchemaFaults.of("schema/comparison.schema.json", PrettyJson.write(json))).isEmpty();
    assertThat(json.at("/a/part/organ").asText()).isEqualTo("chest");
    ObjectNode several = ComparisonJson.document("0.1.0", tournament);
    assertThat(SchemaFaults.of("schema/comparison.schema.json", PrettyJson.write(several)))
        .isEmpty();
    assertThat(several.at("/standings/2/part/organ").asText()).isEqualTo("chest");
  }

  private Side part(String name, String key, String value) {
    Side whole = side(key + name, "AB".repeat(10), 0);
    SequencedMap<String, String> part = new LinkedHashMap<>();
    part.put(key, value);
    return new Side(
        whole.address(),
        part,
        whole.benchmark(),
        whole.title(),
        whole.split(),
        whole.model(),
        whole.arm(),
        whole.subset(),
        whole.extractor(),
        whole.scorer(),
        whole.scoring(),
        whole.scale(),
        whole.metrics(),
        whole.hasSubsets(),
        whole.settings(),
        whole.slices(),
        whole.seed(),
        whole.chance(),
        whole.samples());
  }

  @Test
  void ofFewPatientsNoNumberIsPromised() {
    String text =
        flat(
            COMPARISONS.compare(
                ofPatients("a.assay", "AAAAAAAABB", 6), ofPatients("b.assay", "AAAABBBBAA", 6)));
    assertThat(text)
        .contains(
            "From fewer than 10 clusters, which do not tell how much results vary, it cannot be"
                + " foreseen how many more would decide it: more clusters (patients, images) are"
                + " needed, not more questions about the same ones.")
        .contains("With so few clusters no difference can be promised to be noticed.");
  }

  @Test
  void severalReadersOfFewPatientsAreWarnedOf() {
    Tournament tournament =
        COMPARISONS.compareAll(
            List.of(
                ofPatients("a.assay", "AAAAAAAABB", 6),
                ofPatients("b.assay", "AAAABBBBAA", 6),
                ofPatients("c.assay", "BBABAAAABB", 6)),
            false,
            Comparisons.Detail.OVERALL);
    assertThat(new TournamentText(tournament, 100).render().replaceAll("\\s+", " "))
        .contains(
            "The questions lie in 6 clusters (of one patient, image or family), which are taken as"
                + " wholes. Fewer than 20 clusters tell little of how much results vary.");
    assertThat(
            flat(
                COMPARISONS.compare(
                    ofPatients("d.assay", "AAAAAAAABB", 1),
                    ofPatients("e.assay", "AAAABBBBAA", 1))))
        .contains(
            "The questions lie in 1 cluster (of one patient, image or family), which is taken as a"
                + " whole. Fewer than 20 clusters tell little of how much results vary.")
        .contains("only 1 cluster ")
        .doesNotContain("1 clusters");
  }

  @Test
  void rulesThatDifferAreSaidFirst() {
    Comparison comparison =
        COMPARISONS.compare(
            side("a.assay", "ABAB", 0),
            side("b.assay", "ABAA", 0, new SideReader.Choice("exact", null, null)));

    String text = flat(comparison);
    assertThat(text)
        .contains(
            "Not read alike: A by layered@1, B by exact@1. What follows compares the rules as well as"
                + " the readers; --extractor NAME takes one for both.")
        .contains("A read by layered@1, B by exact@1; scored by choice@1.")
        .doesNotContain("Not alike: extractor");
    assertThat(text.indexOf("Not read alike")).isLessThan(text.indexOf("which of A and B"));
    ObjectNode json = ComparisonJson.document("0.1.0", comparison);
    assertThat(json.at("/a/extractor").asText()).isEqualTo("layered@1");
    assertThat(json.at("/b/extractor").asText()).isEqualTo("exact@1");
    assertThat(json.at("/unlike/0/what").asText()).isEqualTo("extractor");
  }

  @Test
  void ofSeveralReadersEachPairHasItsRowsByMetric() {
    String text =
        new TournamentText(
                COMPARISONS.compareAll(
                    List.of(
                        side("a.assay", "ABABABABAB", 0),
                        side("b.assay", "AAABABABBB", 0),
                        side(
                            "c.assay",
                            "BBABABBBAB",
                            0,
                            new SideReader.Choice("exact", null, null))),
                    false,
                    Comparisons.Detail.OVERALL),
                100)
            .render();

    assertThat(text.replaceAll("\\s+", " "))
        .contains("A - B cohen-kappa")
        .contains("B - C cohen-kappa")
        .contains("p adjusted by holm over these 3 rows.")
        .contains("A and C: Not read alike: A by layered@1, C by exact@1.")
        .contains(
            "A read by layered@1, B read by layered@1, C read by exact@1, scored by choice@1.");
  }

  private Side organs(String name, String chest, String head, String knee) {
    SmallRun run = new SmallRun().slices("organ");
    int next = 0;
    for (String organ : List.of("chest", "head", "knee")) {
      String replies = organ.equals("chest") ? chest : organ.equals("head") ? head : knee;
      for (int i = 0; i < replies.length(); i++) {
        LinkedHashMap<String, List<String>> tags = new LinkedHashMap<>();
        tags.put("organ", List.of(organ));
        String letter = String.valueOf(replies.charAt(i));
        run.add(
            "q" + next++,
            null,
            Target.Choice.of("A"),
            letter.equals("!")
                ? "failed"
                : letter.equals("-") ? "Well." : "The answer is " + letter,
            tags,
            "");
      }
    }
    try (RunFile file = run.run(folder.resolve(name))) {
      return run.side(file, name, SideReader.Choice.HEADLINE);
    }
  }

  /**
   * Of the chest 20 decide and 30 are missing; of the knee nothing is there; the head is read ill.
   */
  @Test
  void slicesSayWhatIsMissingAndWhatCouldBeRead() throws IOException {
    Comparison comparison =
        COMPARISONS.compare(
            organs("a.assay", "A".repeat(20) + "!".repeat(30), "A".repeat(30), "!!"),
            organs(
                "b.assay", "B".repeat(20) + "A".repeat(30), "-".repeat(20) + "A".repeat(10), "AA"));
    String text = new ComparisonText(comparison, 80, false).render();

    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
    assertThat(text)
        .containsPattern("slice +n +missing ")
        .containsPattern("organ=chest +20 +30 .* undecided")
        .containsPattern("organ=head +30 +0 .* better");
    assertThat(text.replaceAll("\\s+", " "))
        .contains(
            "What both answered would decide, and what is missing could turn it round: organ=chest"
                + " (A better among those, -20.0 to +40.0 had all gone against A, or for it).")
        .contains("No question has a score on both sides in: organ=knee (2 missing).")
        .contains(
            "Some differences are for a good part due to answers that could not be read, which score"
                + " worst. Where both were read it looks otherwise: organ=head: 0 of 30 answers of A"
                + " could not be read, and 20 of 30 of B; on the 10 questions that were read on both sides it cannot be"
                + " said which is better.");
    ObjectNode json = ComparisonJson.document("0.1.0", comparison);
    assertThat(SchemaFaults.of("schema/comparison.schema.json", PrettyJson.write(json))).isEmpty();
    assertThat(json.at("/slices/0/missing").asInt()).isEqualTo(30);
    assertThat(json.at("/slices/0/bounds/lower").asDouble()).isEqualTo(-0.2);
    assertThat(json.at("/slices/0/verdict_of_answered").asText()).isEqualTo("better");
    assertThat(json.at("/slices/1/among_read/n").asInt()).isEqualTo(10);
    assertThat(json.at("/slices/1/bounds").isNull()).isTrue();
    assertThat(json.at("/unanswered_slices/0/slice/organ").asText()).isEqualTo("knee");
    assertThat(json.at("/metrics/0/missing").asInt()).isEqualTo(32);
  }
}

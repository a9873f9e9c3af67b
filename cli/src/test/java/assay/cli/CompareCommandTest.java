package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.process.ExitCode;
import assay.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code assay compare} as a user meets it. */
class CompareCommandTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-12);

  /** As a run whose every call failed: nothing is read, nothing scored. */
  private static final String FAIL_ALL =
      "DELETE FROM run WHERE key = 'seal';DELETE FROM reply;UPDATE trial SET state = 'failed',"
          + " reason = 'server', message = 'down';DELETE FROM reading;DELETE FROM score;DELETE FROM"
          + " scoring_seal";

  /** As a run that nobody scored. */
  private static final String FORGET =
      "DELETE FROM reading;DELETE FROM score;DELETE FROM scoring_seal;DELETE FROM scoring";

  @TempDir private Path work;

  private CliOutcome assay(String... arguments) {
    return CliOutcome.of(work.resolve("cache"), List.of(arguments));
  }

  private String made(String model, String name, String... more) throws IOException {
    Path made = work.resolve("made");
    if (!Files.exists(made)) {
      MadeBenchmark.write(made, 60);
    }
    return run(made.toString(), made, model, name, more);
  }

  private String run(String benchmark, Path data, String model, String name, String... more) {
    String file = work.resolve(name).toString();
    List<String> arguments =
        new ArrayList<>(
            List.of("run", benchmark, "--data", data.toString(), "--model", model, "-o", file));
    arguments.addAll(List.of(more));
    CliOutcome outcome = CliOutcome.of(work.resolve("cache"), arguments);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return file;
  }

  @Test
  void verdictsSetTheExitCodeOnlyWhereAsked() throws IOException {
    String good = made("reader:oracle,accuracy=0.95", "good.assay");
    String poor = made("reader:first", "poor.assay");

    CliOutcome plain = assay("compare", good, poor);
    assertThat(plain.code()).isZero();
    assertThat(plain.out()).contains("A is better than B: ");
    assertThat(assay("compare", poor, good, "--fail-on", "worse,undecided").code())
        .isEqualTo(ExitCode.NEGATIVE.code());
    assertThat(assay("compare", good, poor, "--fail-on", "worse,undecided").code()).isZero();
    CliOutcome items = assay("compare", good, poor, "--items", "--columns", "80");
    assertThat(items.out()).contains("A ahead on ").contains("Case 0000");
    assertThat(items.out().lines()).allSatisfy(l -> assertThat(l.length()).isLessThan(81));
  }

  @Test
  void partsOfOneRunAreNamedAndWhatIsNoSideIsRefused() throws IOException {
    Path phantom = work.resolve("phantom");
    assertThat(assay("demo", "--images", "6", "-o", phantom.toString()).code()).isZero();
    String both =
        run(
            phantom.toString(),
            phantom,
            "reader:prior",
            "both.assay",
            "--arm",
            "standard",
            "--arm",
            "blind");

    CliOutcome open = assay("compare", both, both + "#arm=blind");
    assertThat(open.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(open.err())
        .contains("a side of a comparison is one arm, here are 2")
        .contains("both.assay#arm=standard, or ");
    CliOutcome parts = assay("compare", both + "#arm=standard", both + "#arm=blind", "--json");
    assertThat(parts.code()).as(parts.err()).isZero();
    assertThat(parts.json().at("/b/arm").asText()).isEqualTo("blind");
    assertThat(assay("compare", both + "#arm=upside", both + "#arm=blind").err())
        .contains("no trial of the run is of {arm=upside}")
        .contains("arm: one of standard, blind");
    assertThat(assay("compare", both + "#arm=standard,kind=chioce", both).err())
        .contains("kind: 'choice'");
    assertThat(assay("compare", both + "#amr=blind", both).err())
        .contains("'amr=blind' names no part of a run");
  }

  /** Which rules read a side is told, and chosen for one side or for both. */
  @Test
  void theRuleThatReadsASideIsChosenAndTold() throws IOException {
    String good = made("reader:oracle,accuracy=0.9", "good.assay");
    String poor = made("reader:oracle,accuracy=0.6", "poor.assay");
    CliOutcome scored = assay("score", poor, "--extractor", "strict");
    assertThat(scored.code()).as(scored.err()).isZero();

    CliOutcome unlike = assay("compare", good, poor);
    assertThat(unlike.out().replaceAll("\\s+", " "))
        .contains("Not read alike: A by layered@1, B by strict@1. What follows compares the rules")
        .contains(
            "A read by layered@1, B by strict@1; scored by choice@1. B as in scoring 2 of 2.");
    CliOutcome both = assay("compare", good, poor, "--extractor", "layered");
    assertThat(both.out().replaceAll("\\s+", " "))
        .contains("Read by layered@1, scored by choice@1. B as in scoring 1 of 2.")
        .doesNotContain("Not read alike");
    JsonNode one = assay("compare", good, poor + "#extractor=layered", "--json").json();
    assertThat(one.at("/b/extractor").asText()).isEqualTo("layered@1");
    assertThat(one.at("/b/scoring").asInt()).isEqualTo(1);
    CliOutcome itself = assay("compare", poor + "#extractor=layered", poor + "#extractor=strict");
    assertThat(itself.out().replaceAll("\\s+", " "))
        .contains(
            "every reply is the same, word for word, and only how they were read can differ.");
    CliOutcome none = assay("compare", good, poor + "#extractor=mirage");
    assertThat(none.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(none.err()).contains("the scoring has no extractor 'mirage'");
    assertThat(assay("show", poor + "#extractor=layered").err())
        .contains("'extractor=layered' names no part of a run");
  }

  /** One of three that failed throughout, or that nobody scored, does not keep the others back. */
  @Test
  void runsWithoutScoresAreLeftOutAndSaidToBe() throws Exception {
    String good = made("reader:oracle,accuracy=0.95", "good.assay");
    String poor = made("reader:first", "poor.assay");
    String failed = copy(good, "failed.assay", FAIL_ALL);
    String bare = copy(good, "bare.assay", "DELETE FROM run WHERE key = 'seal'", FORGET);

    CliOutcome text = assay("compare", failed, good, bare, poor, "--columns", "80");
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out().lines()).allSatisfy(l -> assertThat(l.length()).isLessThan(81));
    assertThat(text.out().replaceAll("\\s+", " "))
        .contains(
            "Left out: "
                + failed
                + " (reader:oracle,accuracy=0.95), of its 60 questions none has a score: 60 failed"
                + " or still to be asked. To compare it too: 'assay show RUN --items failed' says"
                + " what failed, 'assay resume RUN' asks again.")
        .contains("Left out: " + bare + " (reader:oracle,accuracy=0.95), the run has not been")
        .contains("scored yet: 60 of 60 trials answered")
        .contains("In 1 of 1 pair one reader is better than the other");
    CliOutcome told = assay("compare", failed, good, bare, poor, "--json");
    assertThat(told.code()).as(told.err()).isZero();
    JsonNode json = told.json();
    assertThat(json.get("comparisons")).hasSize(1);
    assertThat(json.get("standings")).hasSize(2);
    assertThat(json.at("/comparisons/0/verdict").asText()).isEqualTo("better");
    assertThat(json.get("left_out")).hasSize(2);
    assertThat(json.at("/left_out/0/run").asText()).isEqualTo(failed);
    assertThat(json.at("/left_out/0/reason").asText())
        .isEqualTo("of its 60 questions none has a score: 60 failed or still to be asked");
    assertThat(json.at("/left_out/1/model").asText()).isEqualTo("reader:oracle,accuracy=0.95");
    assertThat(json.at("/left_out/1/remedy").asText()).contains("'assay score' scores what is");
    assertThat(
            assay("compare", good, poor, good + "#arm=standard", "--json").json().get("left_out"))
        .isEmpty();

    CliOutcome few = assay("compare", failed, good, bare);
    assertThat(few.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(few.out()).isEmpty();
    assertThat(few.err())
        .contains(failed + ": cannot compare: of its 60 questions none has a score")
        .contains(bare + ": cannot compare: the run has not been scored yet")
        .contains("expected: two runs with scores at least");
    CliOutcome first = assay("compare", failed, good, poor, "--against-first");
    assertThat(first.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(first.err())
        .contains("expected: a score of the run with which the others are to be compared");
    assertThat(assay("compare", good, failed, poor, "--against-first").code()).isZero();
    assertThat(assay("compare", good, failed).err())
        .contains("no sample has a score on both sides, of 60 in common");
  }

  private String copy(String run, String name, String... changes) throws Exception {
    Path copy = Files.copy(Path.of(run), work.resolve(name));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement()) {
      for (String change : changes) {
        for (String sql : change.split(";", -1)) {
          statement.executeUpdate(sql);
        }
      }
    }
    return copy.toString();
  }

  /** What differs is told, from the word on at which it does. */
  @Test
  void promptsThatDifferAreTold() throws IOException {
    String one = made("reader:oracle,accuracy=0.8", "one.assay");
    Path other = work.resolve("other");
    MadeBenchmark.write(other, 60);
    Path yaml = other.resolve("benchmark.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replace("ANSWER: X.", "ANSWER: and the letter of the one option that is right."));
    String two = run(other.toString(), other, "reader:oracle,accuracy=0.8", "two.assay");

    assertThat(assay("compare", one, two).out().replaceAll("\\s+", " "))
        .contains("Not alike: prompt (… line ANSWER: X. against … line ANSWER: and the letter ")
        .doesNotContain("Prompt[");
  }

  /** A recording read in twice, under two names: the same answers, said in one line. */
  @Test
  void theSameRunTwiceHoldsTheSameAnswers() throws IOException {
    String one = made("reader:oracle,accuracy=0.8", "one.assay");
    Path copy = work.resolve("copy.assay");
    Files.copy(Path.of(one), copy);

    CliOutcome same = assay("compare", one, copy.toString());
    assertThat(same.out().replaceAll("\\s+", " "))
        .contains("A and B hold the same answers: every reply is the same, word for word.");
    assertThat(
            assay("compare", one, copy.toString(), "--json").json().get("same_replies").asBoolean())
        .isTrue();
  }

  /** The demo's intervals are those that compare gives for the same two runs. */
  @Test
  void theDemoSaysWhatCompareSays() {
    Path folder = work.resolve("phantom");
    CliOutcome demo = assay("demo", "--images", "12", "-o", folder.toString());
    JsonNode json =
        assay(
                "compare",
                folder.resolve("reader-pixels.assay").toString(),
                folder.resolve("reader-prior.assay").toString(),
                "--json")
            .json();
    assertThat(demo.out().replaceAll("\\s+", " "))
        .contains(
            String.format(
                Locale.ROOT,
                "answering without looking: %+.0f points (%+.0f to %+.0f)",
                100 * json.at("/difference/value").asDouble(),
                100 * json.at("/difference/lower").asDouble(),
                100 * json.at("/difference/upper").asDouble()));
  }

  @Test
  void aChangedQuestionUnderTheSameIdIsRefusedAndAnotherLimitIsTold() throws IOException {
    String before = made("reader:first", "before.assay");
    String limited = made("reader:random", "limited.assay", "--limit", "30");
    CliOutcome unlike = assay("compare", before, limited);
    assertThat(unlike.out().replaceAll("\\s+", " "))
        .contains("Not alike: selection (all against limit 30")
        .contains("Not put to both: 30 questions. They are left out; what follows is about the 30")
        .contains("30 not to be asked");

    Path questions = work.resolve("made/questions.jsonl");
    Files.writeString(questions, Files.readString(questions).replace("Case 000007", "Case 000099"));
    String after = made("reader:first", "after.assay");
    CliOutcome changed = assay("compare", before, after);
    assertThat(changed.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(changed.err())
        .contains("1 sample is not the same question in both runs")
        .contains("q7");
    assertThat(assay("compare", before, after, "--by", "patient").err())
        .contains("no sample has a cluster or a link called 'patient'");
  }

  /** McNemar's test of 15 against 11: SciPy 1.17.1, binomtest(11, 26).pvalue. */
  @Test
  void recordedAnswersOfMedAgentsBench() {
    Path data = SharedData.require("medagents-benchmark");
    String recorded = "recorded:" + data.resolve("recorded/gpt-4o-medqa-test_hard-");
    String cot = run("medqa", data, recorded + "cot.json", "cot.assay", "--split", "hard");
    String zero = run("medqa", data, recorded + "zero_shot.json", "zero.assay", "--split", "hard");
    String spo = run("medqa", data, recorded + "spo.json", "spo.assay", "--split", "hard");

    JsonNode json = assay("compare", cot, zero, "--json").json();
    assertThat(json.get("verdict").asText()).isEqualTo("undecided");
    assertThat(json.at("/difference/value").asDouble()).isCloseTo(0.04, CLOSE);
    assertThat(json.at("/discordant/a_only").asInt()).isEqualTo(15);
    assertThat(json.at("/discordant/b_only").asInt()).isEqualTo(11);
    assertThat(json.at("/tests/0/test").asText()).isEqualTo("mcnemar_exact");
    assertThat(json.at("/tests/0/p").asDouble()).isCloseTo(0.5571970939636230, CLOSE);
    assertThat(json.at("/slices")).hasSize(2);
    JsonNode all = assay("compare", cot, zero, spo, "--json").json();
    assertThat(all.at("/comparisons")).hasSize(3);
    assertThat(all.at("/family").asText()).isEqualTo("all pairs of 3 readers");
    CliOutcome other = assay("compare", cot, zero, "--scorer", "vqa");
    assertThat(other.err()).contains("the scoring has no scorer 'vqa'").contains("choice@1");
  }

  /** One line of the table that {@code docs/guide/rankings.py} prints, reckoned again. */
  @Test
  void theTableOfPublishedRankingsIsWhatCompareSays() throws IOException {
    Path data = SharedData.require("medagents-benchmark");
    List<String> arguments = new ArrayList<>(List.of("compare"));
    for (String method : List.of("aflow", "cot", "mdagents", "medagents", "spo", "zero_shot")) {
      arguments.add(
          run(
              "medqa",
              data,
              "recorded:" + data.resolve("recorded/gpt-4o-medqa-test_hard-" + method + ".json"),
              method + ".assay",
              "--split",
              "hard"));
    }
    arguments.add("--json");
    JsonNode json = assay(arguments.toArray(String[]::new)).json();
    int uncorrected = 0;
    int decided = 0;
    for (JsonNode one : json.get("comparisons")) {
      uncorrected += one.get("p").asDouble() <= 0.05 ? 1 : 0;
      decided += one.get("verdict").asText().equals("undecided") ? 0 : 1;
    }
    JsonNode first = json.at("/standings/0");
    assertThat(first.get("model").asText()).isEqualTo("recorded:gpt-4o aflow");
    assertThat(Files.readString(Path.of("../docs/guide/rankings.md")))
        .contains(
            String.format(
                Locale.ROOT,
                "| medqa | gpt-4o | 100 | 6 | 15 | %d | %d | aflow %.1f | %d of 5 |",
                uncorrected,
                decided,
                100 * json.at("/comparisons/0/value_a").asDouble(),
                first.get("better").asInt()));
  }

  /** Values by scikit-learn 1.2.1, f1_score(average="macro"); 0.722 and 0.842 are published. */
  @Test
  void macroF1OfTheTwoReadersOfPubMedQa() {
    Path data = SharedData.require("pubmedqa").getParent();
    String readers = "recorded:" + data.resolve("pubmedqa/ori_pqal.json") + ",system=reasoning-";
    String required = run("pubmedqa-readers", data, readers + "required", "required.assay");
    String free = run("pubmedqa-readers", data, readers + "free", "free.assay");

    JsonNode metric = assay("compare", required, free, "--json").json().at("/metrics/0");
    assertThat(metric.get("metric").asText()).isEqualTo("macro-f1");
    assertThat(metric.get("value_a").asDouble()).isCloseTo(0.7219204203288246, CLOSE);
    assertThat(metric.get("value_b").asDouble()).isCloseTo(0.8418234463609919, CLOSE);
    assertThat(metric.get("verdict").asText()).isEqualTo("worse");
    assertThat(metric.get("p").asDouble()).isLessThan(0.01);
  }

  /** What {@code show} prints of each run is compared pair by pair; values of pycocoevalcap. */
  @Test
  void bleuAndCiderOfRadiologyReports() {
    Path data = SharedData.require("radiology-reports").getParent();
    String folder = "recorded:" + data.resolve("radiology-reports/MRG_RL") + ",system=";
    String copy =
        run(
            "radiology-reports",
            data,
            folder + "qwen_dino_sft_rag_top20_copy_oracle_cw1_lr2e5_logp_top20",
            "copy.assay");
    String fixed =
        run("radiology-reports", data, folder + "manual_template_target_b4rouge", "fixed.assay");

    CliOutcome text = assay("compare", copy, fixed, "--columns", "100");
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out()).containsPattern("cider +382 +0\\.\\d{3} / 0\\.\\d{3} ");
    JsonNode metrics = assay("compare", copy, fixed, "--json").json().get("metrics");
    JsonNode shown = assay("show", copy, "--json").json().get("estimates");
    List<String> names = new ArrayList<>();
    for (JsonNode metric : metrics) {
      names.add(metric.get("metric").asText());
      assertThat(metric.get("n").asInt()).isEqualTo(382);
      for (JsonNode estimate : shown) {
        if (estimate.get("metric").equals(metric.get("metric"))
            && estimate.get("extractor").asText().startsWith("whole@")) {
          assertThat(metric.get("value_a").asDouble())
              .isCloseTo(estimate.get("value").asDouble(), CLOSE);
          assertThat(estimate.get("interval").asText()).isIn("jackknife", "hall");
          assertThat(estimate.get("value").asDouble())
              .isBetween(estimate.get("lower").asDouble(), estimate.get("upper").asDouble());
        }
      }
    }
    assertThat(names)
        .containsExactly(
            "coco-bleu-1",
            "coco-bleu-2",
            "coco-bleu-3",
            "coco-bleu-4",
            "cider",
            "nltk-corpus-bleu");
  }

  /** Over all questions retrieval does worse, over the mean of the five sets far better. */
  @Test
  void theMeanOfMiragesSubsetsReversesTheVerdict() {
    Path data = SharedData.require("mirage").getParent();
    String recorded = "recorded:" + data.resolve("mirage/recorded") + ",system=gpt-4-32k ";
    String cot = run("mirage", data, recorded + "cot", "cot.assay");
    String rag = run("mirage", data, recorded + "rag", "rag.assay");

    CliOutcome outcome = assay("compare", cot, rag, "--columns", "80");
    assertThat(outcome.out().replaceAll("\\s+", " "))
        .contains("A is better than B: 72.9 % against 71.7 %")
        .contains(
            "But 265 of 7,663 answers of A could not be read, and 670 of 7,663 of B; on the 6,866"
                + " questions that were read on both sides A is worse, a difference of -2.2 points"
                + " (95 % interval -3.1 to -1.2). And by the mean of 5 subsets it is the reverse:"
                + " there A is worse, 72.7 % against 78.7 %"
                + " (-6.0 points, interval -7.3 to -4.7).")
        .contains("Could not be read: 265 of 7,663 answers of A, 670 of 7,663 answers of B.");
    assertThat(outcome.out().lines()).allSatisfy(l -> assertThat(l.length()).isLessThan(81));
  }

  /** The same questions in two languages: paired by family, one run against itself. */
  @Test
  void translationsArePairedByTheirFamily() {
    Path data = SharedData.require("WorldMedQA-V").getParent();
    String file =
        run(
            "worldmedqa-v",
            data,
            "recorded:" + data.resolve("WorldMedQA-V/outputs_w_images/GPT4o"),
            "gpt.assay");
    CliOutcome compared =
        assay(
            "compare",
            file + "#tag.language=english",
            file + "#tag.language=local",
            "--by",
            "question-family",
            "--json");

    assertThat(compared.code()).as(compared.err()).isZero();
    assertThat(compared.json().at("/samples/paired").asInt()).isEqualTo(568);
    assertThat(compared.json().at("/clusters").isNull()).isTrue();
    assertThat(assay("compare", file + "#tag.language=english", file + "#tag.language=local").err())
        .contains("the runs have no sample in common");
  }

  /** What docs/guide/rankings.md says of the images of WorldMedQA-V. */
  @Test
  void theImageHelpsGpt4o() {
    Path data = SharedData.require("WorldMedQA-V").getParent();
    String recorded = "recorded:" + data.resolve("WorldMedQA-V");
    String with = run("worldmedqa-v", data, recorded + "/outputs_w_images/GPT4o", "with.assay");
    String blind = run("worldmedqa-v", data, recorded + "/outputs_blind/GPT4o", "blind.assay");
    JsonNode json = assay("compare", with, blind, "--json").json();

    assertThat(json.get("verdict").asText()).isEqualTo("better");
    assertThat(json.get("clusters").asInt()).isEqualTo(568);
    assertThat(json.at("/difference/value").asDouble()).isCloseTo(35 / 1136.0, CLOSE);
    assertThat(json.at("/discordant/a_only").asInt()).isEqualTo(103);
    assertThat(json.at("/discordant/b_only").asInt()).isEqualTo(68);
    assertThat(json.at("/among_read/n").asInt()).isEqualTo(1071);
    assertThat(json.at("/among_read/value").asDouble()).isCloseTo(12 / 1071.0, CLOSE);
    assertThat(json.at("/among_read/result").asText()).isEqualTo("undecided");
    assertThat(assay("compare", with, blind).out().replaceAll("\\s+", " "))
        .contains(
            "But 17 of 1,136 answers of A could not be read, and 54 of 1,136 of B; on the 1,071")
        .contains("that were read on both sides it cannot be said which is better");
  }
}

package assay.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Target;
import assay.evaluation.claim.Claim;
import assay.evaluation.claim.ClaimJudge;
import assay.evaluation.claim.Finding;
import assay.evaluation.claim.Multiplicity;
import assay.evaluation.claim.Settled;
import assay.evaluation.claim.Statement;
import assay.evaluation.comparison.Adjustment;
import assay.evaluation.comparison.Comparison;
import assay.evaluation.comparison.Comparisons;
import assay.evaluation.comparison.Side;
import assay.evaluation.comparison.Terms;
import assay.evaluation.store.RunFile;
import assay.report.json.PrettyJson;
import assay.report.pipeline.ClaimJunit;
import assay.report.pipeline.ClaimSummary;
import assay.report.support.SchemaFaults;
import assay.report.support.SmallRun;
import assay.statistics.multiplicity.Correction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that wins by being legible: the verdict says so itself. */
class LegibilityTextTest {

  private static final Comparisons COMPARISONS =
      new Comparisons(new Terms(0.95, null, Adjustment.of(Correction.HOLM), 1, true));

  /** Of 100 read on both sides A is right on 52, B on 50; of 20 more B cannot be read. */
  private static final String LEGIBLE = "A".repeat(50) + "AA" + "B".repeat(48) + "A".repeat(20);

  private static final String ILLEGIBLE = "A".repeat(50) + "BB" + "B".repeat(48) + "-".repeat(20);

  @TempDir private Path folder;

  private Side side(String name, String replies) {
    SmallRun run = new SmallRun();
    for (int i = 0; i < replies.length(); i++) {
      char letter = replies.charAt(i);
      run.add(
          "q" + i,
          null,
          Target.Choice.of("A"),
          letter == '-' ? "I would rather wait." : "The answer is " + letter,
          new LinkedHashMap<>(),
          "");
    }
    try (RunFile file = run.run(folder.resolve(name))) {
      return run.side(file, name);
    }
  }

  private static String flat(Comparison comparison) {
    return new ComparisonText(comparison, 100, false).render().replaceAll("\\s+", " ");
  }

  private static Claim claim(Statement... statements) {
    return new Claim(
        "c",
        "C",
        "0".repeat(64),
        "small",
        null,
        null,
        0.95,
        Multiplicity.NONE,
        null,
        null,
        null,
        1,
        List.of(),
        List.of(statements));
  }

  private static Settled settled(Side model, Side other) {
    Statement.Common common = new Statement.Common("s", "all", new LinkedHashMap<>());
    Claim claim = claim(new Statement.Better(common, "model", "other", 0, null));
    List<Finding> findings = new ClaimJudge(claim, Map.of("model", model, "other", other)).judge();
    return new Settled(claim, "claim.yaml", List.of(), findings);
  }

  @Test
  void theVerdictSaysThatItIsOfWhatCouldBeRead() throws IOException {
    Comparison comparison =
        COMPARISONS.compare(side("a.assay", LEGIBLE), side("b.assay", ILLEGIBLE));

    assertThat(flat(comparison))
        .contains(
            "A is better than B: 60.0 % against 41.7 % on the 120 questions that both answered, a"
                + " difference of +18.3 points")
        .contains(
            "But 0 of 120 answers of A could not be read, and 20 of 120 of B; on the 100 questions that"
                + " were read on both sides it cannot be said which is better, a difference of +2.0"
                + " points (95 % interval -1.3 to +5.3).");
    ObjectNode json = ComparisonJson.document("0.1.0", comparison);
    assertThat(SchemaFaults.of("schema/comparison.schema.json", PrettyJson.write(json))).isEmpty();
    JsonNode read = json.get("among_read");
    assertThat(read.get("n").asInt()).isEqualTo(100);
    assertThat(read.get("value").asDouble()).isEqualTo(0.02);
    assertThat(read.get("result").asText()).isEqualTo("undecided");
    assertThat(read.get("said_with_verdict").asBoolean()).isTrue();
    assertThat(read.get("lower").asDouble()).isNegative();
  }

  @Test
  void soDoTheTableOfSeveralAndAClaim() throws IOException {
    Side legible = side("a.assay", LEGIBLE);
    Side illegible = side("b.assay", ILLEGIBLE);
    assertThat(
            new TournamentText(
                    COMPARISONS.compareAll(
                        List.of(legible, illegible, side("c.assay", LEGIBLE)),
                        false,
                        Comparisons.Detail.OVERALL),
                    100)
                .render()
                .replaceAll("\\s+", " "))
        .contains(
            "Some differences are for a good part due to answers that could not be read, which score"
                + " worst. Where both were read it looks otherwise: A - B: 0 of 120 answers of A could"
                + " not be read, and 20 of 120 of B; on the 100 questions that were read on both sides it cannot be said which is better,"
                + " +2.0 points (95 % interval -1.3 to +5.3); B - C: ");

    Settled settled = settled(legible, illegible);
    String remark =
        "But 0 of 120 answers of model could not be read, and 20 of 120 of other; on the 100 questions"
            + " that were read on both sides it would be undecided, with +2.0 points (95 % interval"
            + " -1.3 to +5.3).";
    assertThat(new ClaimText(settled, 100).render().replaceAll("\\s+", " "))
        .contains("SUPPORTED s: model is better than other.")
        .contains(remark);
    assertThat(ClaimJunit.write(settled)).contains(remark);
    assertThat(ClaimSummary.write(settled)).contains(remark);
    ObjectNode json = ClaimJson.document("0.1.0", settled);
    assertThat(SchemaFaults.of("schema/claim-result.schema.json", PrettyJson.write(json)))
        .isEmpty();
    assertThat(json.at("/statements/0/remarks/0").asText()).isEqualTo(remark);
    assertThat(json.at("/statements/0/among_read/result").asText()).isEqualTo("undecided");
  }

  /** Of B nothing at all can be read. */
  @Test
  void whereNothingWasReadOnBothSidesThatIsSaid() throws IOException {
    Side legible = side("a.assay", "A".repeat(30));
    Side silent = side("b.assay", "-".repeat(30));

    assertThat(flat(COMPARISONS.compare(legible, silent)))
        .contains(
            "But 0 of 30 answers of A could not be read, and 30 of 30 of B; no question was read on both"
                + " sides.");
    Settled settled = settled(legible, silent);
    assertThat(ClaimSentences.remarks(settled.findings().getFirst()))
        .contains(
            "But 0 of 30 answers of model could not be read, and 30 of 30 of other; no question was read"
                + " on both sides.");
    ObjectNode json = ClaimJson.document("0.1.0", settled);
    assertThat(SchemaFaults.of("schema/claim-result.schema.json", PrettyJson.write(json)))
        .isEmpty();
    assertThat(json.at("/statements/0/among_read/value").isNull()).isTrue();
  }

  /**
   * One unread answer of 120 explains little of 40 points, and its being read would turn nothing.
   */
  @Test
  void whatWeighsLittleIsNotSaid() throws IOException {
    Comparison comparison =
        COMPARISONS.compare(
            side("a.assay", "A".repeat(100) + "B".repeat(20)),
            side("b.assay", "A".repeat(52) + "B".repeat(67) + "-"));

    assertThat(flat(comparison))
        .contains("A is better than B: ")
        .contains("Could not be read: 0 of 120 answers of A, 1 of 120 answers of B.")
        .doesNotContain("read on both sides");
    assertThat(
            ComparisonJson.document("0.1.0", comparison)
                .at("/among_read/said_with_verdict")
                .asBoolean())
        .isFalse();
    Comparison whole = COMPARISONS.compare(side("c.assay", "ABA"), side("d.assay", "AAB"));
    assertThat(ComparisonJson.document("0.1.0", whole).get("among_read").isNull()).isTrue();
  }
}

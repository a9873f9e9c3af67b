package assay.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import assay.evaluation.claim.Claim;
import assay.evaluation.claim.Decision;
import assay.evaluation.claim.Finding;
import assay.evaluation.claim.Finding.Evidence;
import assay.evaluation.claim.Multiplicity;
import assay.evaluation.claim.Settled;
import assay.evaluation.claim.Statement;
import assay.evaluation.comparison.Scale;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of claims, for findings that were laid down. */
class ClaimSentencesTest {

  private static final Scale RIGHT_OR_WRONG = new Scale(0, 1, true, true);
  private static final Statement.Common COMMON =
      new Statement.Common("s", "all", new LinkedHashMap<>());
  private static final Statement SEX =
      new Statement.WorstSlice(COMMON, "model", List.of("sex"), 0.3, 30);

  private static Evidence evidence(
      int n, @Nullable Integer clusters, double line, int missing, @Nullable Long further) {
    boolean none = n == 0;
    return new Evidence(
        none ? Double.NaN : 0.5,
        none ? Double.NEGATIVE_INFINITY : 0.4,
        none ? Double.POSITIVE_INFINITY : 0.6,
        0.95,
        "wilson",
        false,
        line,
        n,
        clusters,
        missing,
        null,
        null,
        null,
        further,
        null);
  }

  private static Finding finding(Statement statement, Decision decision, Evidence evidence) {
    return new Finding(
        statement, decision, RIGHT_OR_WRONG, evidence, List.of(), 2, null, List.of());
  }

  private static Settled settled(boolean sealed, int findings) {
    Claim claim =
        new Claim(
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
            List.of(SEX));
    Settled.Party party =
        new Settled.Party(
            "model",
            "a.assay",
            new LinkedHashMap<>(),
            "reader",
            "standard",
            "layered@1",
            "choice@1",
            sealed,
            new LinkedHashSet<>());
    Finding open = finding(SEX, Decision.UNDECIDED, evidence(0, null, -0.3, 0, null));
    return new Settled(claim, "claim.yaml", List.of(party), Collections.nCopies(findings, open));
  }

  @Test
  void ofAnOpenRunNobodyVouches() {
    String before =
        "Pre-registered: the claim file was in every run before its first call, and every answer"
            + " came after it.";
    assertThat(ClaimSentences.registration(settled(true, 1))).isEqualTo(before);
    assertThat(ClaimSentences.registration(settled(false, 1)))
        .isEqualTo(
            before
                + " But the run of model is not sealed (trials of it failed, or are open): that"
                + " nobody changed the file since cannot be checked.");
  }

  @Test
  void groupsThatAreTooSmallAreSoInTheirUnit() {
    Finding clustered = finding(SEX, Decision.UNDECIDED, evidence(0, 19, -0.3, 0, null));
    assertThat(ClaimSentences.evidence(clustered))
        .isEqualTo(
            "No group that has a rest is of at least 30 clusters: the questions about one patient,"
                + " image or family count once.");
    assertThat(ClaimSentences.remarks(clustered))
        .containsExactly(
            "More clusters (patients, images) in the groups would decide it, not more questions"
                + " about the same ones.");
    assertThat(ClaimSentences.statement(settled(true, 1), clustered))
        .startsWith("no group by sex of at least 30 clusters is more than 30.0 points worse");
    Finding independent = finding(SEX, Decision.UNDECIDED, evidence(0, null, -0.3, 0, null));
    assertThat(ClaimSentences.evidence(independent))
        .isEqualTo("No group that has a rest is of at least 30 questions.");
  }

  @Test
  void moreQuestionsAreInClustersWhereTheseAre() {
    Statement alone = new Statement.AtLeast(COMMON, "model", 0.45);
    assertThat(
            ClaimSentences.remarks(
                finding(alone, Decision.UNDECIDED, evidence(60, 20, 0.45, 0, 400L))))
        .containsExactly(
            "About 400 such questions more, in clusters as large as these, would decide it, if the"
                + " value is what it seems to be.");
    assertThat(
            ClaimSentences.remarks(
                finding(alone, Decision.UNDECIDED, evidence(60, 3, 0.45, 0, null))))
        .containsExactly(
            "From fewer than 10 clusters, which do not tell how much results vary, it cannot be"
                + " foreseen how many more would decide it: more clusters (patients, images) are"
                + " needed, not more questions about the same ones.");
  }

  @Test
  void ofNothingScoredTheScaleBoundsWhatIsMissing() {
    Statement alone = new Statement.AtLeast(COMMON, "model", 0.5);
    assertThat(
            ClaimSentences.remarks(
                finding(alone, Decision.UNDECIDED, evidence(0, null, Double.NaN, 7, null))))
        .contains(
            "7 questions have no outcome, for want of an answer or a defined score; the score could"
                + " be anything from 0.0 % to 100.0 %.");
  }

  @Test
  void aLineNearTheEdgeIsToldOfDecisionsOnly() {
    Statement unread = new Statement.UnreadAtMost(COMMON, "model", 0.01);
    String remark =
        "Of 200 questions a line of 1.0 % lets expect fewer than 5 on its rarer side: there such a"
            + " decision is wrong more often than the level says (docs/guide/claims.md).";
    assertThat(
            ClaimSentences.remarks(
                finding(unread, Decision.REFUTED, evidence(200, null, 0.01, 0, null))))
        .containsExactly(remark);
    assertThat(
            ClaimSentences.remarks(
                finding(unread, Decision.UNDECIDED, evidence(200, null, 0.01, 0, null))))
        .doesNotContain(remark);
    assertThat(
            ClaimSentences.remarks(
                finding(unread, Decision.REFUTED, evidence(600, null, 0.01, 0, null))))
        .isEmpty();
  }

  @Test
  void thousandsHaveTheirComma() {
    assertThat(ClaimSentences.verdict(settled(true, 1200)))
        .isEqualTo(
            "The claim is not supported: of 1,200 statements 0 supported, 0 refuted, 1,200"
                + " undecided.");
  }
}

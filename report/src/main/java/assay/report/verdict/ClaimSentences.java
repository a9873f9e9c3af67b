package assay.report.verdict;

import assay.evaluation.claim.Decision;
import assay.evaluation.claim.Finding;
import assay.evaluation.claim.Finding.Evidence;
import assay.evaluation.claim.Finding.Group;
import assay.evaluation.claim.PostHoc;
import assay.evaluation.claim.Settled;
import assay.evaluation.claim.Statement;
import assay.evaluation.comparison.AmongRead;
import assay.evaluation.comparison.Scale;
import assay.evaluation.estimate.FewSamples;
import assay.report.table.Figures;
import assay.statistics.power.StudentPower;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Claims in sentences that a clinician understands, with the numbers after them. */
public final class ClaimSentences {

  private static final Scale SHARES = new Scale(0, 1, true, false);

  private ClaimSentences() {}

  /** The verdict on the whole claim. */
  public static String verdict(Settled settled) {
    int all = settled.findings().size();
    if (settled.isSupported()) {
      return all == 1
          ? "The claim is supported."
          : "The claim is supported: all " + Figures.count(all) + " statements hold.";
    }
    return "The claim is not supported: of "
        + Figures.counted(all, "statement", "statements")
        + " "
        + Figures.count(settled.count(Decision.SUPPORTED))
        + " supported, "
        + Figures.count(settled.count(Decision.REFUTED))
        + " refuted, "
        + Figures.count(settled.count(Decision.UNDECIDED))
        + " undecided.";
  }

  /** By which rules the answers were read and scored. */
  public static String rules(Settled settled) {
    return "Read by "
        + together(settled, Settled.Party::extractor)
        + ", scored by "
        + together(settled, Settled.Party::scorer)
        + ".";
  }

  private static String together(Settled settled, Function<Settled.Party, String> rule) {
    return settled.parties().stream().map(rule).distinct().collect(Collectors.joining(" and "));
  }

  /** Whether it was fixed before the answers were there. */
  public static String registration(Settled settled) {
    if (settled.isPreRegistered()) {
      return "Pre-registered: the claim file was in every run before its first call, and every answer"
          + " came after it."
          + unsealed(settled);
    }
    Map<PostHoc, List<String>> roles = new EnumMap<>(PostHoc.class);
    for (Settled.Party party : settled.parties()) {
      party
          .postHoc()
          .forEach(why -> roles.computeIfAbsent(why, w -> new ArrayList<>()).add(party.role()));
    }
    return "Post hoc: "
        + roles.entrySet().stream()
            .map(
                why ->
                    reason(
                        why.getKey(),
                        why.getValue().size() == settled.parties().size()
                            ? (why.getValue().size() == 1 ? "the run" : "the runs")
                            : "the run of " + String.join(", ", why.getValue())))
            .collect(Collectors.joining("; "))
        + ".";
  }

  /** While a run is open, nothing vouches for what its file says. */
  private static String unsealed(Settled settled) {
    List<String> open =
        settled.parties().stream()
            .filter(party -> !party.isSealed())
            .map(Settled.Party::role)
            .toList();
    return open.isEmpty()
        ? ""
        : " But the run of "
            + String.join(", ", open)
            + " is not sealed (trials of it failed, or are open): that nobody changed the file since"
            + " cannot be checked.";
  }

  private static String reason(PostHoc why, String runs) {
    return switch (why) {
      case NOT_CARRIED -> "the claim file was not in " + runs + " before the first call";
      case ANSWERED_BEFORE ->
          "answers of " + runs + " may be older than the claim file (recorded, kept or merged in)";
      case NARROWED -> "a part of " + runs + " was picked that the claim file does not name";
    };
  }

  /** {@code pre-registered} or {@code post hoc}. */
  public static String registered(Settled settled) {
    return settled.isPreRegistered() ? "pre-registered" : "post hoc";
  }

  /** The same of one role. */
  public static String registered(Settled.Party party) {
    return party.postHoc().isEmpty() ? "pre-registered" : "post hoc";
  }

  /** What a statement says, and of which part of the benchmark, where it is of one. */
  public static String statement(Settled settled, Finding finding) {
    List<String> roles =
        Stream.of(finding.statement().role(), other(finding.statement())).distinct().toList();
    List<String> parts = roles.stream().map(settled::partName).toList();
    if (parts.stream().allMatch(String::isEmpty)) {
      return statement(finding);
    }
    return statement(finding)
        + (parts.stream().distinct().count() == 1
            ? "; on the part " + parts.getFirst()
            : roles.stream()
                .map(
                    role ->
                        role
                            + " on "
                            + (settled.partName(role).isEmpty()
                                ? "the whole"
                                : "the part " + settled.partName(role)))
                .collect(Collectors.joining(", ", "; ", "")));
  }

  private static String statement(Finding finding) {
    Statement statement = finding.statement();
    ScaleFigures figures = new ScaleFigures(finding.scale());
    String said =
        switch (statement) {
          case Statement.Better s ->
              s.role()
                  + " is better than "
                  + s.than()
                  + (s.margin() > 0 ? " by more than " + figures.points(s.margin()) : "");
          case Statement.NonInferior s ->
              s.role()
                  + " is not worse than "
                  + s.to()
                  + " by "
                  + figures.points(s.margin())
                  + " or more";
          case Statement.Equivalent s ->
              s.role()
                  + " does as well as "
                  + s.to()
                  + ", give or take "
                  + figures.points(s.margin());
          case Statement.AtLeast s -> s.role() + " reaches at least " + figures.score(s.value());
          case Statement.AtMost s -> s.role() + " reaches at most " + figures.score(s.value());
          case Statement.BeatsChance s -> s.role() + " is better than guessing";
          case Statement.WorstSlice s ->
              "no group by "
                  + String.join(", ", s.slices())
                  + " of at least "
                  + least(finding, s)
                  + " is more than "
                  + figures.points(s.margin())
                  + " worse than the rest, for "
                  + s.role();
          case Statement.UnreadAtMost s ->
              "at most "
                  + Figures.percent(s.share())
                  + " of the answers of "
                  + s.role()
                  + " cannot be read";
        };
    Map<String, String> where = statement.common().where();
    return where.isEmpty()
        ? said
        : said
            + ", where "
            + where.entrySet().stream()
                .map(one -> one.getKey() + " is " + one.getValue())
                .collect(Collectors.joining(" and "));
  }

  /** What the decision rests on. */
  public static String evidence(Finding finding) {
    Evidence e = finding.evidence();
    Statement statement = finding.statement();
    if (Double.isNaN(e.line())) {
      return "Nothing was scored.";
    }
    if (statement instanceof Statement.WorstSlice slice) {
      return groups(finding, slice);
    }
    boolean shares = statement instanceof Statement.UnreadAtMost;
    ScaleFigures figures = new ScaleFigures(shares ? SHARES : finding.scale());
    if (e.first() == null || e.second() == null) {
      return figures.score(e.value())
          + " of "
          + what(e, shares ? "answer" : "question")
          + (statement instanceof Statement.BeatsChance
              ? ", where guessing would give " + figures.score(e.line())
              : "")
          + ", bounds "
          + figures.bare(e.lower())
          + " to "
          + figures.bare(e.upper())
          + level(e)
          + ".";
    }
    return figures.score(e.first())
        + " against "
        + figures.score(e.second())
        + " on "
        + what(e, "question")
        + ": "
        + figures.signedPoints(e.value())
        + (finding.scale().higherIsBetter() ? "" : " in its favour, less being better")
        + ", bounds "
        + figures.range(e.lower(), e.upper())
        + level(e)
        + (e.test() == null
            ? ""
            : "; " + Probabilities.named(e.test().p()) + " by " + TestWords.of(e.test().test()))
        + ".";
  }

  private static String what(Evidence e, String one) {
    return Figures.counted(e.n(), one, one + "s")
        + (e.clusters() == null
            ? ""
            : " in " + Figures.counted(e.clusters(), "cluster", "clusters"));
  }

  private static String level(Evidence e) {
    return " (" + VerdictText.level(e.level()) + ", " + e.interval() + ")";
  }

  private static String groups(Finding finding, Statement.WorstSlice slice) {
    int all = finding.groups().size();
    if (all == 0) {
      return finding.tooSmall() == 0
          ? "No group has a rest to be compared with."
          : "No group that has a rest is of at least "
              + least(finding, slice)
              + (isClustered(finding)
                  ? ": the questions about one patient, image or family count once."
                  : ".");
    }
    Group worst = finding.worstGroup().orElseThrow();
    ScaleFigures figures = new ScaleFigures(finding.scale());
    Evidence e = worst.evidence();
    String small = tooSmall(finding);
    String begin =
        "Of " + Figures.counted(all, "group", "groups") + ", " + worst.tag() + "=" + worst.value();
    if (Double.isNaN(e.value())) {
      return begin
          + (e.first() == null
              ? " has no score at all: "
              : " cannot be held against the rest, which has no score at all: ")
          + Figures.counted(e.missing(), "question of it is", "questions of it are")
          + " without an outcome"
          + small
          + ".";
    }
    return begin
        + (isLowest(worst, finding) ? " does worst: " : " could be farthest behind: ")
        + figures.score(e.first() == null ? Double.NaN : e.first())
        + " against "
        + figures.score(e.second() == null ? Double.NaN : e.second())
        + " in the rest, "
        + figures.signedPoints(e.value())
        + ", bounds "
        + figures.range(e.lower(), e.upper())
        + level(e)
        + small
        + ".";
  }

  private static boolean isLowest(Group group, Finding finding) {
    return finding.groups().stream()
        .noneMatch(other -> other.evidence().value() < group.evidence().value());
  }

  private static String inClusters(Finding finding) {
    return isClustered(finding) ? ", in clusters as large as these," : "";
  }

  private static boolean isClustered(Finding finding) {
    return finding.evidence().clusters() != null
        || finding.groups().stream().anyMatch(group -> group.evidence().clusters() != null);
  }

  private static String least(Finding finding, Statement.WorstSlice slice) {
    return Figures.counted(
        slice.minimum(),
        isClustered(finding) ? "cluster" : "question",
        isClustered(finding) ? "clusters" : "questions");
  }

  private static String tooSmall(Finding finding) {
    return finding.tooSmall() > 0
        ? "; "
            + Figures.counted(finding.tooSmall(), "group is", "groups are")
            + " too small to be judged"
        : "";
  }

  /** What else is to be known: what would decide, what is missing. */
  public static List<String> remarks(Finding finding) {
    List<String> all = new ArrayList<>(legibility(finding));
    Evidence e = finding.evidence();
    if (finding.decision() == Decision.UNDECIDED) {
      all.add(wouldDecide(finding));
    }
    if (e.missing() > 0) {
      all.add(
          Figures.counted(e.missing(), "question has", "questions have")
              + " no outcome, for want of an answer or a defined score"
              + (e.isOpen() ? "; " + open(finding) : movedBounds(e)));
    }
    sureAnyway(finding, all);
    nearTheEdge(finding, all);
    all.addAll(finding.remarks());
    return all;
  }

  /** Where nothing was scored, or scores have no ends: how far the missing ones could go. */
  private static String open(Finding finding) {
    Scale scale = finding.scale();
    if (!scale.isBounded()) {
      return "nothing bounds what they could change.";
    }
    ScaleFigures figures = new ScaleFigures(scale);
    boolean ofTwo = !finding.statement().role().equals(other(finding.statement()));
    return ofTwo
        ? "the difference could be anything "
            + figures.range(scale.differences().lower(), scale.differences().upper())
            + "."
        : "the score could be anything from "
            + figures.score(scale.lower())
            + " to "
            + figures.score(scale.upper())
            + ".";
  }

  /** A line that no answers could fall short of. */
  private static void sureAnyway(Finding finding, List<String> all) {
    Scale scale = finding.scale();
    boolean sure =
        switch (finding.statement()) {
          case Statement.AtLeast s -> scale.isBounded() && s.value() <= scale.lower();
          case Statement.AtMost s -> scale.isBounded() && s.value() >= scale.upper();
          case Statement.UnreadAtMost s -> s.share() >= 1;
          case Statement.Better s -> false;
          case Statement.NonInferior s ->
              scale.isBounded() && s.margin() > scale.differences().upper();
          case Statement.Equivalent s ->
              scale.isBounded() && s.margin() > scale.differences().upper();
          case Statement.BeatsChance s -> false;
          case Statement.WorstSlice s ->
              scale.isBounded() && s.margin() >= scale.differences().upper();
        };
    if (sure) {
      all.add("This says nothing: it would hold whatever the answers were.");
    }
  }

  /** Wilson's interval errs on one side where a line lets expect few, however many were asked. */
  private static void nearTheEdge(Finding finding, List<String> all) {
    Evidence e = finding.evidence();
    double expected = e.n() * Math.min(e.line(), 1 - e.line());
    boolean ofOneShare =
        switch (finding.statement()) {
          case Statement.AtLeast s -> finding.scale().isBinary();
          case Statement.AtMost s -> finding.scale().isBinary();
          case Statement.UnreadAtMost s -> true;
          case Statement.BeatsChance s -> finding.scale().isBinary();
          case Statement.Better s -> false;
          case Statement.NonInferior s -> false;
          case Statement.Equivalent s -> false;
          case Statement.WorstSlice s -> false;
        };
    if (ofOneShare
        && finding.decision() != Decision.UNDECIDED
        && e.clusters() == null
        && expected > 0
        && expected < FewSamples.EXPECTED) {
      all.add(
          "Of "
              + Figures.counted(e.n(), "question", "questions")
              + " a line of "
              + Figures.percent(e.line())
              + " lets expect fewer than "
              + FewSamples.EXPECTED
              + " on its rarer side: there such a decision is wrong more often than the level says"
              + " (docs/guide/claims.md).");
    }
  }

  /** Where the difference is, for a good part, one of what could be read. */
  private static List<String> legibility(Finding finding) {
    @Nullable AmongRead<Decision> read = finding.amongRead();
    if (read == null || !read.tells()) {
      return List.of();
    }
    String unread =
        LegibilityText.unread(read, finding.statement().role(), other(finding.statement()));
    return List.of(
        "But "
            + unread
            + (read.result() == null
                ? "; no question was read on both sides."
                : "; "
                    + LegibilityText.where(read)
                    + " it would be "
                    + read.result().id()
                    + ", with "
                    + LegibilityText.difference(
                        read, finding.evidence().level(), new ScaleFigures(finding.scale()))
                    + "."));
  }

  private static String other(Statement statement) {
    return switch (statement) {
      case Statement.Better s -> s.than();
      case Statement.NonInferior s -> s.to();
      case Statement.Equivalent s -> s.to();
      case Statement.AtLeast s -> s.role();
      case Statement.AtMost s -> s.role();
      case Statement.BeatsChance s -> s.role();
      case Statement.WorstSlice s -> s.role();
      case Statement.UnreadAtMost s -> s.role();
    };
  }

  private static String movedBounds(Evidence e) {
    return e.widened() ? "; the bounds reach to what they could change." : ".";
  }

  /** How many answers are missing where nothing else is; of groups where that holds for each. */
  private static @Nullable Integer answers(Finding finding, List<Group> open) {
    return open.stream().allMatch(group -> group.evidence().answersWouldDecide() != null)
            && !open.isEmpty()
        ? open.getFirst().evidence().answersWouldDecide()
        : finding.groups().isEmpty() ? finding.evidence().answersWouldDecide() : null;
  }

  private static String wouldDecide(Finding finding) {
    if (Double.isNaN(finding.evidence().line())) {
      return "Answers would decide it: 'assay resume' asks again for those that failed.";
    }
    if (finding.statement() instanceof Statement.WorstSlice && finding.groups().isEmpty()) {
      return finding.tooSmall() == 0
          ? "No more questions of the kind would decide it."
          : isClustered(finding)
              ? "More clusters (patients, images) in the groups would decide it, not more questions"
                  + " about the same ones."
              : "More questions in the groups would decide it.";
    }
    @Nullable Long further = finding.evidence().further();
    List<Group> open =
        finding.groups().stream().filter(group -> group.decision() == Decision.UNDECIDED).toList();
    List<Long> ofGroups =
        open.stream()
            .map(group -> group.evidence().further())
            .filter(number -> number != null)
            .toList();
    @Nullable Integer answers = answers(finding, open);
    if (answers != null) {
      return (answers == 1
              ? "The answer to the question that is missing"
              : "Answers to the " + Figures.count(answers) + " questions that are missing")
          + " could decide it: the interval of those that came does."
          + diluted(finding, ofGroups);
    }
    if (!finding.groups().isEmpty()) {
      boolean unscored = open.stream().anyMatch(group -> Double.isNaN(group.evidence().value()));
      return ofGroups.isEmpty() || unscored
          ? unforeseen(finding, open)
          : "About "
              + Figures.count(VerdictText.rounded(ofGroups.stream().max(Long::compare).orElse(1L)))
              + " more questions in the group that needs most"
              + inClusters(finding)
              + " would decide it, if the differences are what they seem to be"
              + whatever(finding);
    }
    return further == null
        ? unforeseen(finding, open)
        : "About "
            + Figures.counted(
                VerdictText.rounded(further), "such question more", "such questions more")
            + inClusters(finding)
            + " would decide it, if the value is what it seems to be"
            + whatever(finding);
  }

  /** A spread that is taken from few clusters, or scores, foretells no number. */
  private static String unforeseen(Finding finding, List<Group> open) {
    List<Evidence> all =
        open.isEmpty()
            ? List.of(finding.evidence())
            : open.stream()
                .map(Group::evidence)
                .filter(evidence -> !Double.isNaN(evidence.value()))
                .toList();
    boolean few =
        all.stream()
            .anyMatch(
                evidence ->
                    Objects.requireNonNullElse(evidence.clusters(), evidence.n())
                        < StudentPower.FEWEST_CLUSTERS);
    return few
        ? unforeseen(all.stream().anyMatch(evidence -> evidence.clusters() != null))
        : "What would decide it cannot be foreseen.";
  }

  /** Of how few no number is promised, why, and what is needed. */
  static String unforeseen(boolean clustered) {
    return clustered
        ? "From fewer than "
            + StudentPower.FEWEST_CLUSTERS
            + " clusters, which do not tell how much results vary, it cannot be foreseen how many"
            + " more would decide it: more clusters (patients, images) are needed, not more"
            + " questions about the same ones."
        : "From fewer than "
            + StudentPower.FEWEST_CLUSTERS
            + " questions, which do not tell how much scores vary, it cannot be foreseen how many"
            + " more would decide it.";
  }

  private static String whatever(Finding finding) {
    return finding.evidence().widened() ? ", whatever the missing answers are." : ".";
  }

  /** Beside many more answers those that are missing change little. */
  private static String diluted(Finding finding, List<Long> ofGroups) {
    @Nullable Long further =
        finding.groups().isEmpty()
            ? finding.evidence().further()
            : ofGroups.stream().max(Long::compare).orElse(null);
    return further == null
        ? ""
        : " About "
            + Figures.counted(
                VerdictText.rounded(further), "such question more", "such questions more")
            + (finding.groups().isEmpty() ? "" : " in the group that needs most")
            + " would, if the value is what it seems to be"
            + whatever(finding);
  }

  /** By what statements are supported or refuted, and for what their number is corrected. */
  public static String decided(Settled settled) {
    String level = VerdictText.level(settled.claim().level());
    return "Supported: the whole interval lies on the claimed side; refuted: on the other side."
        + switch (settled.claim().multiplicity()) {
          case BONFERRONI ->
              " The intervals of a family hold together with " + level + " (Bonferroni).";
          case HOLM ->
              " The decisions of a family hold together with "
                  + level
                  + " (Holm, step by step), the intervals do not.";
          case NONE ->
              " Each interval holds with "
                  + level
                  + " for itself: nothing is corrected for their number.";
        };
  }
}

package assay.evaluation.claim;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.Side;
import assay.statistics.multiplicity.SimultaneousLevel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides the statements of a claim. Each gets an interval at the level at which those of its whole
 * family hold together ({@link Multiplicity}), moved outwards for what is missing; the whole
 * interval on the claimed side of the line is {@code supported}, the whole interval on the other
 * side {@code refuted}, all else {@code undecided}. Where a statement says {@code better} without a
 * margin, the test of the comparison must reject too.
 */
public final class ClaimJudge {

  private static final int NAMED = 20;

  private final Claim claim;
  private final SequencedMap<String, Side> sides;

  /**
   * A judge.
   *
   * @param sides the parts that the claim's roles stand for
   */
  public ClaimJudge(Claim claim, Map<String, Side> sides) {
    this.claim = claim;
    this.sides = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sides));
  }

  /**
   * Decides every statement, in order.
   *
   * @throws AssayException with every statement that cannot be decided: a part holds nothing that
   *     it is about, or two cannot be compared
   */
  public List<Finding> judge() {
    Map<String, Finding> findings = new HashMap<>();
    ProblemReport problems = new ProblemReport();
    claim.families().values().forEach(family -> judge(family, findings, problems));
    problems.throwIfAny(AssayException.Category.USAGE);
    return claim.statements().stream()
        .map(statement -> Objects.requireNonNull(findings.get(statement.common().id())))
        .toList();
  }

  private void judge(
      List<Statement> family, Map<String, Finding> findings, ProblemReport problems) {
    List<Statement> open = family;
    int before;
    do {
      before = open.size();
      double level =
          claim.multiplicity() == Multiplicity.NONE
              ? claim.level()
              : SimultaneousLevel.bonferroni(claim.level(), before);
      for (Statement one : open) {
        try {
          findings.put(one.common().id(), judge(one, level));
        } catch (AssayException e) {
          problems.addAll(e);
        }
      }
      if (!problems.isEmpty()) {
        return; // the other families are still looked at for what is wrong with them
      }
      open = open.stream().filter(one -> isOpen(findings, one)).toList();
    } while (claim.multiplicity() == Multiplicity.HOLM && !open.isEmpty() && open.size() < before);
  }

  private static boolean isOpen(Map<String, Finding> findings, Statement statement) {
    return Objects.requireNonNull(findings.get(statement.common().id())).decision()
        == Decision.UNDECIDED;
  }

  private Finding judge(Statement statement, double level) {
    Side side = side(statement, statement.role());
    List<Unscored> unscored = unscored(statement);
    if (!unscored.isEmpty()) {
      return Unscored.finding(statement, side.scale(), unscored, level);
    }
    ValueJudge alone = new ValueJudge(side, level);
    return switch (statement) {
      case Statement.Better s -> difference(s, side, s.than(), level).better(s);
      case Statement.NonInferior s -> difference(s, side, s.to(), level).nonInferior(s);
      case Statement.Equivalent s -> difference(s, side, s.to(), level).equivalent(s);
      case Statement.AtLeast s -> alone.atLeast(s);
      case Statement.AtMost s -> alone.atMost(s);
      case Statement.BeatsChance s -> alone.beatsChance(s);
      case Statement.UnreadAtMost s -> alone.unreadAtMost(s);
      case Statement.WorstSlice s -> new GroupJudge(s, side, level).finding();
    };
  }

  private DifferenceJudge difference(Statement statement, Side first, String other, double level) {
    return new DifferenceJudge(claim, other, first, side(statement, other), level);
  }

  private Side side(Statement statement, String role) {
    @Nullable Side whole = sides.get(role);
    if (whole == null) {
      throw new IllegalArgumentException("no part for the role " + role);
    }
    requireUnit(statement, whole);
    Side side = whole.narrowed(sample -> isIn(statement, sample));
    if (side.samples().isEmpty()) {
      throw AssayException.usage(
          Problem.of(
                  "no sample"
                      + (statement.common().where().isEmpty()
                          ? ""
                          : " where " + statement.common().where()))
              .at(whole.address(), null, statement.common().id())
              .expected(known(statement, whole))
              .remedy("'assay show RUN' lists slices; tags and values are compared as text"));
    }
    return side;
  }

  /** Of a tag that the samples have its values; else which tags they have. */
  private static String known(Statement statement, Side whole) {
    for (Map.Entry<String, String> wanted : statement.common().where().entrySet()) {
      SequencedSet<String> values = new TreeSet<>();
      whole
          .samples()
          .values()
          .forEach(
              sample ->
                  values.addAll(
                      sample.slices().getOrDefault(wanted.getKey(), new LinkedHashSet<>())));
      if (!values.isEmpty() && !values.contains(wanted.getValue())) {
        return wanted.getKey()
            + ": one of "
            + values.stream().limit(NAMED).collect(Collectors.joining(", "))
            + (values.size() > NAMED ? ", …" : "");
      }
    }
    return "tags " + whole.tags();
  }

  /** The readers of a statement of which nothing has a score: every call failed, perhaps. */
  private List<Unscored> unscored(Statement statement) {
    List<Unscored> unscored = new ArrayList<>();
    for (String role : roles(statement)) {
      Unscored.of(role, side(statement, role)).ifPresent(unscored::add);
    }
    return unscored;
  }

  private static List<String> roles(Statement statement) {
    return switch (statement) {
      case Statement.Better s -> List.of(s.role(), s.than());
      case Statement.NonInferior s -> List.of(s.role(), s.to());
      case Statement.Equivalent s -> List.of(s.role(), s.to());
      case Statement.AtLeast s -> List.of(s.role());
      case Statement.AtMost s -> List.of(s.role());
      case Statement.BeatsChance s -> List.of(s.role());
      case Statement.UnreadAtMost s -> List.of(s.role());
      case Statement.WorstSlice s -> List.of(s.role());
    };
  }

  private static void requireUnit(Statement statement, Side side) {
    Optional<Problem> misfit =
        side.scale().isShare() ? ShareAmount.misfit(statement) : Optional.empty();
    if (misfit.isPresent()) {
      throw AssayException.usage(misfit.get().at(side.address(), null, statement.common().id()));
    }
  }

  private static boolean isIn(Statement statement, SampleOutcome sample) {
    return statement.common().where().entrySet().stream()
        .allMatch(
            wanted ->
                sample
                    .slices()
                    .getOrDefault(wanted.getKey(), new LinkedHashSet<>())
                    .contains(wanted.getValue()));
  }
}

package assay.evaluation.claim;

import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.claim.Finding.Evidence;
import assay.evaluation.comparison.ComparedTest;
import assay.evaluation.comparison.Comparisons;
import assay.evaluation.comparison.Contrast;
import assay.evaluation.comparison.Coverage;
import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.Side;
import assay.evaluation.comparison.Terms;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.interval.DefaultInterval;
import assay.statistics.multiplicity.Correction;
import assay.statistics.multiplicity.SimultaneousLevel;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.test.TestResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides the statements of a claim. Each gets an interval at the level at which those of its whole
 * family hold together ({@link SimultaneousLevel#bonferroni}), moved outwards for what is missing;
 * the whole interval on the claimed side of the line is {@code supported}, the whole interval on
 * the other side {@code refuted}, all else {@code undecided}. Where a statement says {@code better}
 * without a margin, the test of the comparison must reject too.
 */
public final class ClaimJudge {

  private final Claim claim;
  private final Map<String, Side> sides;

  /**
   * A judge.
   *
   * @param sides the parts that the claim's roles stand for
   */
  public ClaimJudge(Claim claim, Map<String, Side> sides) {
    this.claim = claim;
    this.sides = Map.copyOf(sides);
  }

  /**
   * Decides every statement, in order.
   *
   * @throws AssayException if a part holds nothing that a statement is about, or two cannot be
   *     compared
   */
  public List<Finding> judge() {
    return claim.statements().stream().map(this::judge).toList();
  }

  private Finding judge(Statement statement) {
    double level =
        claim.simultaneous()
            ? SimultaneousLevel.bonferroni(claim.level(), claim.familySize(statement))
            : claim.level();
    return switch (statement) {
      case Statement.Better better ->
          difference(better, better.than(), better.margin(), level, better.test());
      case Statement.NonInferior other ->
          difference(other, other.to(), -other.margin(), level, null);
      case Statement.Equivalent other -> difference(other, other.to(), other.margin(), level, null);
      case Statement.AtLeast atLeast -> value(atLeast, atLeast.value(), level);
      case Statement.AtMost atMost -> value(atMost, atMost.value(), level);
      case Statement.BeatsChance chance -> value(chance, chance(chance), level);
      case Statement.UnreadAtMost unread -> unread(unread, level);
      case Statement.WorstSlice slice -> {
        Side side = side(slice, slice.role());
        yield new GroupJudge(slice, side, level, List.copyOf(remarks(side))).finding();
      }
    };
  }

  private Side side(Statement statement, String role) {
    @Nullable Side whole = sides.get(role);
    if (whole == null) {
      throw new IllegalArgumentException("no part for the role " + role);
    }
    requireUnit(statement, whole);
    Side side = whole.narrowed(sample -> isIn(statement, sample));
    if (side.samples().values().stream().noneMatch(SampleOutcome::isScored)) {
      throw AssayException.usage(
          Problem.of(
                  "no sample with a score"
                      + (statement.common().where().isEmpty()
                          ? ""
                          : " where " + statement.common().where()))
              .at(whole.address(), null, statement.common().id())
              .expected("tags " + tags(whole))
              .remedy("'assay show RUN' lists slices; tags and values are compared as text"));
    }
    return side;
  }

  /** Where scores are shares nothing is above 1: whoever writes 5 means 5 %. */
  private static void requireUnit(Statement statement, Side side) {
    double amount =
        switch (statement) {
          case Statement.Better better -> better.margin();
          case Statement.NonInferior other -> other.margin();
          case Statement.Equivalent other -> other.margin();
          case Statement.AtLeast atLeast -> Math.abs(atLeast.value());
          case Statement.AtMost atMost -> Math.abs(atMost.value());
          case Statement.WorstSlice slice -> slice.margin();
          case Statement.BeatsChance chance -> 0;
          case Statement.UnreadAtMost unread -> 0;
        };
    if (side.scale().isShare() && amount > 1) {
      throw AssayException.usage(
          Problem.of("an amount of " + amount + " where scores lie from 0 to 1")
              .at(side.address(), null, statement.common().id())
              .expected("a share such as 0.05, or percent or points: 5 %, 5 points"));
    }
  }

  private static Collection<String> tags(Side side) {
    Collection<String> tags = new LinkedHashSet<>();
    side.samples().values().forEach(sample -> tags.addAll(sample.slices().keySet()));
    return tags;
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

  private static List<String> remarks(Side side) {
    List<String> remarks = new ArrayList<>();
    Observations values = scored(side);
    if (values.isClustered() && values.clusterCount() < 20) {
      remarks.add("Fewer than 20 clusters tell little of how much results vary.");
    }
    return remarks;
  }

  private static Observations scored(Side side) {
    return Bounds.observations(
        side.samples().values().stream().filter(SampleOutcome::isScored).toList(),
        SampleOutcome::value);
  }

  // --- one against another

  private Finding difference(
      Statement statement, String other, double line, double level, @Nullable String test) {
    Side first = side(statement, statement.role());
    Side second = side(statement, other);
    Terms terms = new Terms(claim.level(), null, Correction.NONE, claim.seed(), claim.by() == null);
    Comparisons.Matched matched = new Comparisons(terms).match(first, second);
    Contrast contrast = matched.contrast();
    int sign = first.scale().higherIsBetter() ? 1 : -1;
    Interval interval = turned(contrast.interval(level), sign);
    Coverage coverage = matched.pairing().coverage();
    int missing = coverage.failed() + coverage.undefined();
    Coverage.@Nullable Bounds bounds = coverage.bounds();
    double low = bounds == null ? contrast.difference() : bounds.lower();
    double high = bounds == null ? contrast.difference() : bounds.upper();
    boolean open = missing > 0 && bounds == null;
    Bounds moved =
        Bounds.of(
            interval,
            contrast.advantage(),
            open ? Double.NaN : Math.min(sign * low, sign * high),
            open ? Double.NaN : Math.max(sign * low, sign * high));
    @Nullable TestResult tested = test(statement, contrast, test);
    Decision decision = decision(statement, moved, line, tested, level);
    List<String> remarks = remarks(first);
    matched.pairing().disparities().forEach(d -> remarks.add("Not alike: " + d.what() + "."));
    if (coverage.firstOnly() + coverage.secondOnly() > 0) {
      remarks.add(
          "Samples that only one of them has are left out: "
              + (coverage.firstOnly() + coverage.secondOnly())
              + ".");
    }
    return new Finding(
        statement,
        decision,
        first.scale(),
        new Evidence(
            contrast.advantage(),
            moved.lower(),
            moved.upper(),
            level,
            interval.method(),
            moved.isWidened(),
            line,
            contrast.n(),
            contrast.clusters(),
            missing,
            contrast.meanFirst(),
            contrast.meanSecond(),
            tested,
            decision == Decision.UNDECIDED
                ? contrast.further(nearest(statement, contrast.advantage(), line), level)
                : null),
        List.of(),
        0,
        remarks);
  }

  private static double nearest(Statement statement, double value, double line) {
    return statement instanceof Statement.Equivalent && value < 0 ? -line : line;
  }

  private static Interval turned(Interval interval, int sign) {
    return sign > 0
        ? interval
        : new Interval(-interval.upper(), -interval.lower(), interval.level(), interval.method());
  }

  private static @Nullable TestResult test(
      Statement statement, Contrast contrast, @Nullable String wanted) {
    if (!(statement instanceof Statement.Better better) || better.margin() > 0) {
      return null;
    }
    if (wanted == null) {
      return contrast.primary().result();
    }
    List<ComparedTest> tests = contrast.tests(null);
    return tests.stream()
        .map(ComparedTest::result)
        .filter(one -> one.test().equals(wanted) || one.test().equals(wanted + "_exact"))
        .findFirst()
        .orElseThrow(
            () ->
                AssayException.usage(
                    Problem.of("the test '" + wanted + "' is not made of such scores")
                        .at(statement.common().id())
                        .expected(
                            "one of "
                                + String.join(
                                    ", ", tests.stream().map(t -> t.result().test()).toList()))));
  }

  private static Decision decision(
      Statement statement, Bounds bounds, double line, @Nullable TestResult test, double level) {
    if (statement instanceof Statement.Equivalent) {
      if (bounds.lower() > -line && bounds.upper() < line) {
        return Decision.SUPPORTED;
      }
      return bounds.lower() > line || bounds.upper() < -line
          ? Decision.REFUTED
          : Decision.UNDECIDED;
    }
    Decision decision = bounds.above(line, false);
    return test != null && test.p() > 1 - level ? Decision.UNDECIDED : decision;
  }

  // --- one reader's own value

  private double chance(Statement.BeatsChance statement) {
    Side side = side(statement, statement.role());
    Observations chance =
        Observations.of(
            side.samples().values().stream()
                .filter(sample -> sample.isScored() && !Double.isNaN(sample.chance()))
                .mapToDouble(SampleOutcome::chance)
                .toArray());
    if (chance.n() < scored(side).n()) {
      throw AssayException.usage(
          Problem.of("what guessing would reach is not known for every sample")
              .at(side.address(), null, statement.common().id())
              .remedy("narrow it with 'where: {kind: choice}', or name a value with 'at-least'"));
    }
    return chance.mean().orElseThrow();
  }

  private Finding value(Statement statement, double line, double level) {
    Side side = side(statement, statement.role());
    Observations values = scored(side);
    double value = values.mean().orElseThrow();
    Interval interval =
        Bounds.interval(
            values, side.scale(), level, BootstrapPlan.of(claim.seed(), plan(statement, side)));
    Collection<SampleOutcome> asked = Asked.of(side);
    Bounds moved = Bounds.of(interval, value, Asked.lowest(asked), Asked.highest(asked));
    Decision decision =
        switch (statement) {
          case Statement.AtMost atMost -> moved.atMost(line);
          case Statement.AtLeast atLeast -> moved.above(line, true);
          case Statement.BeatsChance chance -> moved.above(line, false);
          case Statement.Better other -> throw unexpected(other);
          case Statement.NonInferior other -> throw unexpected(other);
          case Statement.Equivalent other -> throw unexpected(other);
          case Statement.WorstSlice other -> throw unexpected(other);
          case Statement.UnreadAtMost other -> throw unexpected(other);
        };
    return alone(statement, side, values, interval, moved, line, level, decision);
  }

  private static IllegalArgumentException unexpected(Statement statement) {
    return new IllegalArgumentException(statement.kind() + " is not about one value");
  }

  private String plan(Statement statement, Side side) {
    return String.join("/", "claim", side.benchmark(), side.model(), statement.common().id());
  }

  private Finding unread(Statement.UnreadAtMost statement, double level) {
    Side side = side(statement, statement.role());
    List<SampleOutcome> answered =
        side.samples().values().stream().filter(s -> !Double.isNaN(s.unread())).toList();
    Observations shares = Bounds.observations(answered, SampleOutcome::unread);
    Interval interval = DefaultInterval.ofProportion(shares, level);
    Bounds bounds = new Bounds(interval.lower(), interval.upper(), false);
    return alone(
        statement,
        side,
        shares,
        interval,
        bounds,
        statement.share(),
        level,
        bounds.atMost(statement.share()));
  }

  private static Finding alone(
      Statement statement,
      Side side,
      Observations values,
      Interval interval,
      Bounds bounds,
      double line,
      double level,
      Decision decision) {
    return new Finding(
        statement,
        decision,
        side.scale(),
        new Evidence(
            values.mean().orElseThrow(),
            bounds.lower(),
            bounds.upper(),
            level,
            interval.method(),
            bounds.isWidened(),
            line,
            values.n(),
            Bounds.clusters(values),
            Bounds.missing(side.samples().values()),
            null,
            null,
            null,
            decision == Decision.UNDECIDED ? Bounds.further(values, line, level) : null),
        List.of(),
        0,
        remarks(side));
  }
}

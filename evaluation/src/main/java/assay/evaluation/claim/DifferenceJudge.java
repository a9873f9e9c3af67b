package assay.evaluation.claim;

import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.claim.Finding.Evidence;
import assay.evaluation.comparison.Adjustment;
import assay.evaluation.comparison.AmongRead;
import assay.evaluation.comparison.ComparedTest;
import assay.evaluation.comparison.Comparisons;
import assay.evaluation.comparison.Contrast;
import assay.evaluation.comparison.Coverage;
import assay.evaluation.comparison.Extremes;
import assay.evaluation.comparison.Missing;
import assay.evaluation.comparison.Pairing;
import assay.evaluation.comparison.Side;
import assay.evaluation.comparison.Terms;
import assay.statistics.Interval;
import assay.statistics.Significance;
import assay.statistics.multiplicity.Correction;
import assay.statistics.test.TestResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides statements about one reader against another, by {@link Contrast}. */
final class DifferenceJudge {

  private final String other;
  private final Side first;
  private final Side second;
  private final double level;
  private final Comparisons comparisons;
  private final Comparisons.Matched matched;
  private final Pairing pairing;
  private final Contrast contrast;
  private final @Nullable Extremes extremes;
  private final int sign;

  /**
   * @param other the role of the second
   */
  DifferenceJudge(Claim claim, String other, Side first, Side second, double level) {
    this.other = other;
    this.first = first;
    this.second = second;
    this.level = level;
    Terms terms =
        new Terms(
            claim.level(), null, Adjustment.of(Correction.NONE), claim.seed(), claim.by() == null);
    this.comparisons = new Comparisons(terms);
    this.matched = comparisons.match(first, second);
    this.pairing = matched.pairing();
    this.contrast = matched.contrast();
    this.extremes = matched.extremes();
    this.sign = first.scale().sign();
  }

  Finding better(Statement.Better statement) {
    double line = statement.margin();
    @Nullable TestResult test = line > 0 ? null : test(statement);
    return finding(
        statement,
        line,
        missing -> contrast.further(line, level, missing, extremes),
        test,
        (of, bounds) ->
            line > 0
                    || Significance.rejects(
                        named(statement, of).orElse(of.primary().result()).p(), level)
                ? bounds.above(line, false)
                : Decision.UNDECIDED);
  }

  Finding nonInferior(Statement.NonInferior statement) {
    double line = -statement.margin();
    return finding(
        statement,
        line,
        missing -> contrast.further(line, level, missing, extremes),
        null,
        (of, bounds) -> bounds.above(line, false));
  }

  Finding equivalent(Statement.Equivalent statement) {
    double margin = statement.margin();
    return finding(
        statement,
        margin,
        missing ->
            Math.abs(contrast.advantage()) < margin
                ? contrast.furtherWithin(-margin, margin, level, missing, extremes)
                : contrast.further(
                    Math.copySign(margin, contrast.advantage()), level, missing, extremes),
        null,
        (of, bounds) -> bounds.within(margin));
  }

  /** What a contrast and the bounds of its difference come to. */
  private interface Rule {
    Decision of(Contrast contrast, Bounds bounds);
  }

  private TestResult test(Statement.Better statement) {
    return named(statement, contrast)
        .orElseThrow(
            () ->
                AssayException.usage(
                    Problem.of("the test '" + statement.test() + "' is not made of such scores")
                        .at(statement.common().id())
                        .expected(
                            "one of "
                                + contrast.tests(null).stream()
                                    .map(one -> one.result().test())
                                    .collect(Collectors.joining(", ")))));
  }

  /** The test that a statement names, the primary one where it names none. */
  private static Optional<TestResult> named(Statement.Better statement, Contrast of) {
    @Nullable String wanted = statement.test();
    return wanted == null
        ? Optional.of(of.primary().result())
        : of.tests(null).stream()
            .map(ComparedTest::result)
            .filter(one -> one.test().equals(wanted) || one.test().equals(wanted + "_exact"))
            .findFirst();
  }

  /**
   * @param further how many more samples would decide beside what is missing
   */
  private Finding finding(
      Statement statement,
      double line,
      Function<Missing, @Nullable Long> further,
      @Nullable TestResult test,
      Rule rule) {
    Interval interval = turned(contrast.interval(level));
    Coverage coverage = pairing.coverage();
    Bounds bounds = bounds(interval);
    Decision answered = rule.of(contrast, Bounds.of(interval));
    Decision decision = stands(answered, rule) ? answered : Decision.UNDECIDED;
    boolean open = decision == Decision.UNDECIDED;
    boolean missing = open && answered != Decision.UNDECIDED;
    return new Finding(
        statement,
        decision,
        first.scale(),
        new Evidence(
            contrast.advantage(),
            bounds.lower(),
            bounds.upper(),
            level,
            interval.method(),
            bounds.isWidened(),
            line,
            contrast.n(),
            contrast.clusters(),
            coverage.missing(),
            contrast.meanFirst(),
            contrast.meanSecond(),
            test,
            open ? further.apply(Missing.of(coverage, contrast.advantage(), sign)) : null,
            missing ? Integer.valueOf(coverage.incomplete()) : null),
        List.of(),
        0,
        amongRead(statement, answered, rule),
        remarks(statement, test));
  }

  private @Nullable AmongRead<Decision> amongRead(
      Statement statement, Decision answered, Rule rule) {
    boolean ahead = statement instanceof Statement.Better && answered != Decision.UNDECIDED;
    return AmongRead.of(
        matched,
        comparisons,
        answered,
        ahead || answered == Decision.REFUTED,
        level,
        sign,
        (of, interval) -> rule.of(of, Bounds.of(turned(interval))));
  }

  /** Whether what is missing could not turn it, all of it gone one way or the other. */
  private boolean stands(Decision answered, Rule rule) {
    if (answered == Decision.UNDECIDED || pairing.coverage().incomplete() == 0) {
      return true;
    }
    return extremes != null
        && extremes.stream()
            .map(one -> rule.of(one, Bounds.of(turned(one.interval(level)))))
            .allMatch(answered::equals);
  }

  private Bounds bounds(Interval interval) {
    if (pairing.coverage().incomplete() == 0) {
      return Bounds.of(interval);
    }
    return extremes == null
        ? Bounds.unbounded()
        : Bounds.hull(interval, extremes.stream().map(one -> turned(one.interval(level))).toList());
  }

  private Interval turned(Interval interval) {
    return sign > 0
        ? interval
        : new Interval(-interval.upper(), -interval.lower(), interval.level(), interval.method());
  }

  private List<String> remarks(Statement statement, @Nullable TestResult test) {
    SequencedSet<String> remarks = new LinkedHashSet<>();
    contrast.tests(null).stream()
        .filter(one -> test != null && one.result().test().equals(test.test()))
        .filter(ComparedTest::ignoresClusters)
        .forEach(
            one ->
                remarks.add(
                    "The test that the claim names, "
                        + one.result().test()
                        + ", "
                        + one.remark()
                        + ": its p may be too small."));
    remarks.addAll(Remarks.of(statement.role(), first));
    remarks.addAll(Remarks.of(other, second));
    pairing.disparities().forEach(d -> remarks.add("Not alike: " + d.what() + "."));
    int alone = pairing.coverage().firstOnly() + pairing.coverage().secondOnly();
    if (alone > 0) {
      remarks.add("Samples that only one of them has are left out: " + alone + ".");
    }
    return new ArrayList<>(remarks);
  }
}

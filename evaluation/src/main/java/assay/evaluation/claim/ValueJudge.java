package assay.evaluation.claim;

import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.claim.Finding.Evidence;
import assay.evaluation.comparison.Missing;
import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.Side;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.interval.DefaultInterval;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides statements about one reader's own value. */
final class ValueJudge {

  private final Side side;
  private final double level;
  private final List<SampleOutcome> asked;

  ValueJudge(Side side, double level) {
    this.side = side;
    this.level = level;
    this.asked = Asked.of(side);
  }

  Finding atLeast(Statement.AtLeast statement) {
    double line = statement.value();
    return score(statement, line, bounds -> bounds.above(line, true));
  }

  Finding atMost(Statement.AtMost statement) {
    double line = statement.value();
    return score(statement, line, bounds -> bounds.atMost(line));
  }

  Finding beatsChance(Statement.BeatsChance statement) {
    double line = chance(statement);
    return score(statement, line, bounds -> bounds.above(line, false));
  }

  /** What is missing was never read, and never came back: it is in no share of answers. */
  Finding unreadAtMost(Statement.UnreadAtMost statement) {
    double line = statement.share();
    List<SampleOutcome> answered =
        side.samples().values().stream().filter(s -> !Double.isNaN(s.unread())).toList();
    Observations shares = Bounds.observations(answered, SampleOutcome::unread);
    Bounds.Rule method = of -> DefaultInterval.ofProportion(of, level);
    Bounds bounds = Bounds.of(method.interval(shares));
    return finding(statement, shares, method, bounds, line, b -> b.atMost(line));
  }

  /** As the benchmark declares it for the whole, else reckoned sample by sample. */
  private double chance(Statement.BeatsChance statement) {
    if (side.chance() != null) {
      return side.chance();
    }
    Observations chance =
        Observations.of(
            side.samples().values().stream()
                .filter(sample -> sample.isScored() && !Double.isNaN(sample.chance()))
                .mapToDouble(SampleOutcome::chance)
                .toArray());
    if (chance.n() < Asked.scored(side).size()) {
      throw AssayException.usage(
          Problem.of("what guessing would reach is not known for every sample")
              .at(side.address(), null, statement.common().id())
              .remedy("narrow it with 'where: {kind: choice}', or name a value with 'at-least'"));
    }
    return chance.mean().orElseThrow();
  }

  private Finding score(Statement statement, double line, Function<Bounds, Decision> rule) {
    Observations values = Bounds.observations(Asked.scored(side), SampleOutcome::value);
    Bounds.Rule method = Bounds.rule(side.scale(), level);
    Interval interval = method.interval(values);
    Bounds bounds =
        Asked.incomplete(asked) == 0
            ? Bounds.of(interval)
            : Bounds.of(
                interval, values.mean().orElseThrow(), Asked.lowest(asked), Asked.highest(asked));
    return finding(statement, values, method, bounds, line, rule);
  }

  private Missing moved(Observations values, Bounds bounds) {
    return bounds.isWidened()
        ? Missing.of(
            values.mean().orElseThrow(), Asked.lowest(asked), Asked.highest(asked), asked.size())
        : Missing.NONE;
  }

  private Finding finding(
      Statement statement,
      Observations values,
      Bounds.Rule method,
      Bounds bounds,
      double line,
      Function<Bounds, Decision> rule) {
    Interval interval = method.interval(values);
    Decision decision = rule.apply(bounds);
    boolean open = decision == Decision.UNDECIDED;
    boolean missing = open && rule.apply(Bounds.of(interval)) != Decision.UNDECIDED;
    @Nullable Long further =
        open ? Bounds.further(values, line, level, method, moved(values, bounds)) : null;
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
            Asked.missing(asked),
            null,
            null,
            null,
            further,
            missing ? Integer.valueOf(Asked.incomplete(asked)) : null),
        List.of(),
        0,
        Remarks.of(statement.role(), side));
  }
}

package assay.evaluation.claim;

import assay.evaluation.claim.Finding.Evidence;
import assay.evaluation.claim.Finding.Group;
import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.Side;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.ClusterRobustVariance;
import assay.statistics.interval.NewcombeUnpairedInterval;
import assay.statistics.multiplicity.SimultaneousLevel;
import assay.statistics.power.NormalPower;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a group is worse than the rest by a margin. Right and wrong answers to
 * independent questions: Newcombe's interval of two proportions. Everything else: the linearised
 * variance of the difference of two means,
 *
 * <pre>d = m₁ − m₀,  uᵢ = (yᵢ − m₁)/n₁ in the group, −(yᵢ − m₀)/n₀ in the rest</pre>
 *
 * <p>summed by cluster ({@link ClusterRobustVariance}), with t of G − 1 degrees of freedom: a
 * cluster may lie in both. All groups of the statement hold together (Bonferroni).
 *
 * <p>Source: the linearisation of a domain's mean, C.-E. Särndal, B. Swensson, J. Wretman, Model
 * Assisted Survey Sampling, 1992, §5.7.
 */
final class GroupJudge {

  private final Statement.WorstSlice statement;
  private final Side side;
  private final double level;
  private final List<String> remarks;
  private final List<SampleOutcome> asked;
  private final List<SampleOutcome> scored;
  private final int sign;

  GroupJudge(Statement.WorstSlice statement, Side side, double level, List<String> remarks) {
    this.statement = statement;
    this.side = side;
    this.level = level;
    this.remarks = remarks;
    this.asked = Asked.of(side);
    this.scored = asked.stream().filter(SampleOutcome::isScored).toList();
    this.sign = side.scale().higherIsBetter() ? 1 : -1;
  }

  /** A group to be judged. */
  private record Candidate(String tag, String value) {
    boolean holds(SampleOutcome sample) {
      return sample.slices().getOrDefault(tag, new LinkedHashSet<>()).contains(value);
    }
  }

  Finding finding() {
    List<Candidate> large = new ArrayList<>();
    int small = 0;
    for (String tag : statement.slices()) {
      Map<String, List<SampleOutcome>> byValue = new TreeMap<>();
      for (SampleOutcome sample : scored) {
        for (String value : sample.slices().getOrDefault(tag, new LinkedHashSet<>())) {
          byValue.computeIfAbsent(value, key -> new ArrayList<>()).add(sample);
        }
      }
      for (Map.Entry<String, List<SampleOutcome>> group : byValue.entrySet()) {
        boolean enough =
            Bounds.observations(group.getValue(), SampleOutcome::value).clusterCount()
                    >= statement.minimum()
                && group.getValue().size() < scored.size();
        if (enough) {
          large.add(new Candidate(tag, group.getKey()));
        } else {
          small++;
        }
      }
    }
    double each = SimultaneousLevel.bonferroni(level, Math.max(1, large.size()));
    List<Group> groups = large.stream().map(one -> judged(one, each)).toList();
    return new Finding(
        statement, decision(groups), side.scale(), worst(groups, each), groups, small, remarks);
  }

  private static Decision decision(List<Group> groups) {
    if (groups.stream().anyMatch(group -> group.decision() == Decision.REFUTED)) {
      return Decision.REFUTED;
    }
    boolean all = groups.stream().allMatch(group -> group.decision() == Decision.SUPPORTED);
    return all && !groups.isEmpty() ? Decision.SUPPORTED : Decision.UNDECIDED;
  }

  /** What the statement as a whole rests on: the group that is farthest behind. */
  private Evidence worst(List<Group> groups, double each) {
    @Nullable Evidence worst = null;
    for (Group group : groups) {
      if (worst == null || group.evidence().value() < worst.value()) {
        worst = group.evidence();
      }
    }
    return worst == null
        ? new Evidence(
            0,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            each,
            "none",
            false,
            -statement.margin(),
            0,
            null,
            Bounds.missing(asked),
            null,
            null,
            null,
            null)
        : worst;
  }

  private Group judged(Candidate group, double each) {
    Observations all = Bounds.observations(scored, SampleOutcome::value);
    boolean[] inside = new boolean[scored.size()];
    double[] y = all.values();
    int n = 0;
    double sumIn = 0;
    double sumOut = 0;
    for (int i = 0; i < y.length; i++) {
      inside[i] = group.holds(scored.get(i));
      n += inside[i] ? 1 : 0;
      sumIn += inside[i] ? y[i] : 0;
      sumOut += inside[i] ? 0 : y[i];
    }
    int rest = y.length - n;
    double first = sumIn / n;
    double second = sumOut / rest;
    double value = sign * (first - second);
    Observations influence = influence(y, inside, n, rest, first, second);
    Interval interval =
        !all.isClustered() && side.scale().isShare() && isBinary(y)
            ? NewcombeUnpairedInterval.interval(
                Math.round(sumIn), n, Math.round(sumOut), rest, each)
            : linearised(value, influence, each);
    Bounds bounds = Bounds.of(interval, value, extreme(group, true), extreme(group, false));
    double line = -statement.margin();
    Decision decision = bounds.above(line, true);
    Observations members =
        Bounds.observations(scored.stream().filter(group::holds).toList(), SampleOutcome::value);
    return new Group(
        group.tag(),
        group.value(),
        decision,
        new Evidence(
            value,
            bounds.lower(),
            bounds.upper(),
            each,
            interval.method(),
            bounds.isWidened(),
            line,
            n,
            Bounds.clusters(members),
            Bounds.missing(asked.stream().filter(group::holds).toList()),
            first,
            second,
            null,
            decision == Decision.UNDECIDED ? further(value, line, influence, n, each) : null));
  }

  private static boolean isBinary(double[] y) {
    return Arrays.stream(y).allMatch(value -> value == 0 || value == 1);
  }

  /** n·uᵢ, whose mean is 0 and has the variance of the difference. */
  private Observations influence(
      double[] y, boolean[] inside, int n, int rest, double first, double second) {
    double[] u = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      u[i] = y.length * (inside[i] ? (y[i] - first) / n : -(y[i] - second) / rest);
    }
    List<String> clusters =
        scored.stream()
            .map(s -> s.cluster() == null ? "sample " + s.id() : "cluster " + s.cluster())
            .toList();
    return Observations.of(u).inClusters(clusters);
  }

  private Interval linearised(double value, Observations influence, double each) {
    Range range =
        side.scale().isBounded()
            ? new Range(
                side.scale().lower() - side.scale().upper(),
                side.scale().upper() - side.scale().lower())
            : Range.UNBOUNDED;
    int clusters = influence.clusterCount();
    double variance = ClusterRobustVariance.of(influence).orElse(0);
    if (clusters < 2 || influence.isConstant() || !(variance > 0)) {
      return range.whole(each, "linearised");
    }
    double half = Quantiles.studentTwoSided(each, clusters - 1.0) * Math.sqrt(variance);
    return range.interval(value - half, value + half, each, "linearised");
  }

  /** The advantage with everything missing against the group, or for it. */
  private double extreme(Candidate group, boolean lowest) {
    List<SampleOutcome> in = asked.stream().filter(group::holds).toList();
    List<SampleOutcome> out = asked.stream().filter(sample -> !group.holds(sample)).toList();
    boolean down = lowest == sign > 0;
    return sign
        * (down ? Asked.lowest(in) - Asked.highest(out) : Asked.highest(in) - Asked.lowest(out));
  }

  private static @Nullable Long further(
      double value, double line, Observations influence, int n, double each) {
    double variance = ClusterRobustVariance.of(influence).orElse(0);
    if (!(variance > 0) || value == line) {
      return null;
    }
    var more = NormalPower.furtherSamples(value, line, Math.sqrt(variance), n, each, 0.8);
    return more.isPresent() ? Long.valueOf(Math.max(1, more.getAsLong())) : null;
  }
}

package assay.evaluation.claim;

import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.claim.Finding.Evidence;
import assay.evaluation.claim.Finding.Group;
import assay.evaluation.comparison.Missing;
import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.Side;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.ClusterRobustVariance;
import assay.statistics.interval.NewcombeUnpairedInterval;
import assay.statistics.multiplicity.SimultaneousLevel;
import assay.statistics.power.NewcombeUnpairedPower;
import assay.statistics.power.StudentPower;
import assay.statistics.power.StudentPower.Figure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a group is worse than the rest by a margin. Right and wrong answers to
 * independent questions: Newcombe's interval of two proportions. Everything else: the linearised
 * variance of the difference of two means,
 *
 * <pre>d = m₁ − m₀,  uᵢ = (yᵢ − m₁)/n₁ in the group, −(yᵢ − m₀)/n₀ in the rest</pre>
 *
 * <p>summed by cluster ({@link ClusterRobustVariance}), with t of G − 1 degrees of freedom: a
 * cluster may lie in both. All groups of the statement hold together (Bonferroni): two that are
 * each other's rest are one contrast.
 *
 * <p>Source: the linearisation of a domain's mean, C.-E. Särndal, B. Swensson, J. Wretman, Model
 * Assisted Survey Sampling, 1992, §5.7.
 */
final class GroupJudge {

  private static final double POWER = 0.8;
  private static final String NO_REST = "there is no rest to compare them with.";

  private final Statement.WorstSlice statement;
  private final Side side;
  private final double level;
  private final List<SampleOutcome> asked;
  private final List<SampleOutcome> scored;
  private final int sign;

  GroupJudge(Statement.WorstSlice statement, Side side, double level) {
    this.statement = statement;
    this.side = side;
    this.level = level;
    this.asked = Asked.of(side);
    this.scored = Asked.scored(side);
    this.sign = side.scale().sign();
  }

  /** A group to be judged. */
  private record Candidate(String tag, String value) {
    boolean holds(SampleOutcome sample) {
      return values(sample, tag).contains(value);
    }

    String name() {
      return tag + "=" + value;
    }
  }

  private static SequencedSet<String> values(SampleOutcome sample, String tag) {
    return sample.slices().getOrDefault(tag, new LinkedHashSet<>());
  }

  /** Groups are of those asked: one that failed throughout is a group all the same. */
  Finding finding() {
    List<String> remarks = new ArrayList<>(Remarks.of(statement.role(), side));
    Contrasts contrasts = new Contrasts();
    int small = 0;
    for (String tag : statement.slices()) {
      for (Map.Entry<String, List<SampleOutcome>> group : byValue(tag).entrySet()) {
        List<SampleOutcome> members = group.getValue();
        long clusters = members.stream().map(SampleOutcome::clusterName).distinct().count();
        Candidate candidate = new Candidate(tag, group.getKey());
        if (members.size() == asked.size()) {
          remarks.add("All questions have " + candidate.name() + ": " + NO_REST);
        } else if (clusters < statement.minimum()) {
          small++;
        } else {
          contrasts.add(candidate, members, remarks);
        }
      }
      long without = asked.stream().filter(sample -> values(sample, tag).isEmpty()).count();
      if (without > 0) {
        remarks.add("Questions that have no " + tag + ", and so lie in no group: " + without + ".");
      }
    }
    double each = SimultaneousLevel.bonferroni(level, Math.max(1, contrasts.count()));
    List<Group> groups = contrasts.large().stream().map(one -> judged(one, each)).toList();
    Evidence evidence =
        Finding.worst(groups).map(Group::evidence).orElseGet(() -> none(asked, each, null, null));
    return new Finding(statement, decision(groups), side.scale(), evidence, groups, small, remarks);
  }

  /**
   * Groups to be judged, and how many different contrasts they are: a group that holds the same
   * samples as an earlier one is none of its own, and of two that are each other's rest both look
   * at the same difference, once from either end.
   */
  private final class Contrasts {
    private final SequencedMap<Set<String>, Candidate> groups = new LinkedHashMap<>();
    private int count;

    void add(Candidate candidate, List<SampleOutcome> members, List<String> remarks) {
      Set<String> ids = ids(members);
      @Nullable Candidate same = groups.get(ids);
      if (same != null) {
        remarks.add(
            candidate.name() + " holds the same questions as " + same.name() + ": judged once.");
        return;
      }
      Set<String> rest = ids(asked);
      rest.removeAll(ids);
      count += groups.containsKey(rest) ? 0 : 1;
      groups.put(ids, candidate);
    }

    int count() {
      return count;
    }

    List<Candidate> large() {
      return List.copyOf(groups.values());
    }

    private static Set<String> ids(List<SampleOutcome> samples) {
      return samples.stream().map(SampleOutcome::id).collect(Collectors.toCollection(HashSet::new));
    }
  }

  private Map<String, List<SampleOutcome>> byValue(String tag) {
    Map<String, List<SampleOutcome>> byValue = new TreeMap<>();
    for (SampleOutcome sample : asked) {
      for (String value : values(sample, tag)) {
        byValue.computeIfAbsent(value, key -> new ArrayList<>()).add(sample);
      }
    }
    if (byValue.isEmpty()) {
      throw AssayException.usage(
          Problem.of("no sample has the tag '" + tag + "'")
              .at(side.address(), null, statement.common().id())
              .expected("tags " + side.tags())
              .remedy("'assay show RUN' lists slices; tags are compared as text"));
    }
    return byValue;
  }

  private static Decision decision(List<Group> groups) {
    if (groups.stream().anyMatch(group -> group.decision() == Decision.REFUTED)) {
      return Decision.REFUTED;
    }
    boolean all = groups.stream().allMatch(group -> group.decision() == Decision.SUPPORTED);
    return all && !groups.isEmpty() ? Decision.SUPPORTED : Decision.UNDECIDED;
  }

  /** Where a group, or the rest, has no score: anything can be. */
  private Evidence none(
      List<SampleOutcome> members, double each, @Nullable Double first, @Nullable Double second) {
    Range range = side.scale().differences();
    return new Evidence(
        Double.NaN,
        range.lower(),
        range.upper(),
        each,
        "none",
        Asked.missing(members) > 0,
        -statement.margin(),
        0,
        null,
        Asked.missing(members),
        first,
        second,
        null,
        null,
        null);
  }

  private Group judged(Candidate group, double each) {
    List<SampleOutcome> members = asked.stream().filter(group::holds).toList();
    List<SampleOutcome> in = scored.stream().filter(group::holds).toList();
    List<SampleOutcome> out = scored.stream().filter(sample -> !group.holds(sample)).toList();
    @Nullable Double first = mean(in);
    @Nullable Double second = mean(out);
    if (first == null || second == null) {
      return new Group(
          group.tag(), group.value(), Decision.UNDECIDED, none(members, each, first, second));
    }
    double value = sign * (first - second);
    Observations influence = influence(group, in.size(), out.size(), first, second);
    boolean counts = influence.clusterCount() == scored.size() && side.scale().isBinary();
    long right = Math.round(first * in.size());
    long rightOutside = Math.round(second * out.size());
    Interval interval =
        counts
            ? NewcombeUnpairedInterval.interval(right, in.size(), rightOutside, out.size(), each)
            : linearised(value, influence, each);
    MoreNeeded more =
        counts
            ? at ->
                NewcombeUnpairedPower.of(
                        right, in.size(), rightOutside, out.size(), sign * at, each)
                    .furtherSamples(in.size(), POWER)
            : at -> moreOfSpread(value, at, influence, fewest(in, out), in.size(), each);
    int incomplete = Asked.incomplete(asked);
    Bounds bounds =
        incomplete == 0
            ? Bounds.of(interval)
            : Bounds.of(interval, value, extreme(group, true), extreme(group, false));
    double line = -statement.margin();
    Decision decision = bounds.above(line, true);
    boolean open = decision == Decision.UNDECIDED;
    boolean missing = open && Bounds.of(interval).above(line, true) != Decision.UNDECIDED;
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
            in.size(),
            Bounds.clusters(Bounds.observations(in, SampleOutcome::value)),
            Asked.missing(members),
            first,
            second,
            null,
            open ? further(value, line, more, diluted(group, value, in.size())) : null,
            missing ? Integer.valueOf(incomplete) : null));
  }

  private static @Nullable Double mean(List<SampleOutcome> samples) {
    Observations values =
        Observations.of(samples.stream().mapToDouble(SampleOutcome::value).toArray());
    return values.mean().isPresent() ? Double.valueOf(values.mean().getAsDouble()) : null;
  }

  /** n·uᵢ, whose mean is 0 and has the variance of the difference. */
  private Observations influence(Candidate group, int n, int rest, double first, double second) {
    double[] u = new double[scored.size()];
    for (int i = 0; i < u.length; i++) {
      double y = scored.get(i).value();
      u[i] = u.length * (group.holds(scored.get(i)) ? (y - first) / n : -(y - second) / rest);
    }
    return Observations.of(u).inClusters(scored.stream().map(SampleOutcome::clusterName).toList());
  }

  private Interval linearised(double value, Observations influence, double each) {
    Range range = side.scale().differences();
    int clusters = influence.clusterCount();
    double variance = ClusterRobustVariance.of(influence).orElse(0);
    if (clusters < 2 || influence.isConstant() || !(variance > 0)) {
      return range.whole(each, "linearised");
    }
    double half = Quantiles.studentTwoSided(each, clusters - 1.0) * Math.sqrt(variance);
    return range.interval(value - half, value + half, each, "linearised");
  }

  private Missing diluted(Candidate group, double value, int n) {
    return Asked.incomplete(asked) == 0
        ? Missing.NONE
        : Missing.of(
            value,
            extreme(group, true),
            extreme(group, false),
            (double) asked.size() * n / scored.size());
  }

  /** The advantage with everything missing against the group, or for it. */
  private double extreme(Candidate group, boolean lowest) {
    List<SampleOutcome> in = asked.stream().filter(group::holds).toList();
    List<SampleOutcome> out = asked.stream().filter(sample -> !group.holds(sample)).toList();
    boolean down = lowest == sign > 0;
    return sign
        * (down ? Asked.lowest(in) - Asked.highest(out) : Asked.highest(in) - Asked.lowest(out));
  }

  /** How many more of a group put the interval on the value's side of a line. */
  private interface MoreNeeded {
    OptionalLong at(double line);
  }

  /** A group and the rest grow alike, and what is missing is diluted in both. */
  private static @Nullable Long further(
      double value, double line, MoreNeeded more, Missing missing) {
    return missing.until(
        (below, above) -> {
          double moved = value > line ? line + below : line - above;
          boolean beyond = value > line ? moved >= value : moved <= value;
          OptionalLong needed = beyond ? OptionalLong.empty() : more.at(moved);
          return needed.isPresent() ? Long.valueOf(needed.getAsLong()) : null;
        });
  }

  /** Units in the smaller of a group and its rest. */
  private static long fewest(List<SampleOutcome> in, List<SampleOutcome> out) {
    return Math.min(
        in.stream().map(SampleOutcome::clusterName).distinct().count(),
        out.stream().map(SampleOutcome::clusterName).distinct().count());
  }

  private OptionalLong moreOfSpread(
      double value, double line, Observations influence, long units, int n, double each) {
    Optional<StudentPower> power =
        units < StudentPower.FEWEST_CLUSTERS
            ? Optional.empty()
            : StudentPower.symmetric(influence, influence.clusterCount() - 1.0);
    // Influence is of the difference as it is, the value of one that is turned.
    Figure figure = Figure.of(line, value);
    return power.isEmpty()
        ? OptionalLong.empty()
        : power
            .get()
            .furtherSamples(
                sign > 0 ? figure : figure.turned(), Math.abs(value - line), n, each, POWER);
  }
}

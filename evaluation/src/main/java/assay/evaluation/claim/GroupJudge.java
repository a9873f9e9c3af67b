package assay.evaluation.claim;

import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.claim.Finding.Evidence;
import assay.evaluation.claim.Finding.Group;
import assay.evaluation.comparison.Fillings;
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
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
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
        clusters(members),
        Asked.missing(members),
        first,
        second,
        null,
        null,
        null);
  }

  private static @Nullable Integer clusters(List<SampleOutcome> members) {
    int clusters = (int) members.stream().map(SampleOutcome::clusterName).distinct().count();
    return clusters < members.size() ? Integer.valueOf(clusters) : null;
  }

  private Group judged(Candidate group, double each) {
    List<SampleOutcome> members = asked.stream().filter(group::holds).toList();
    Split split = new Split(group, scored, SampleOutcome::value, SampleOutcome::value);
    if (split.n() == 0 || split.rest() == 0) {
      @Nullable Double first = split.n() == 0 ? null : Double.valueOf(split.first());
      @Nullable Double second = split.rest() == 0 ? null : Double.valueOf(split.second());
      return new Group(
          group.tag(), group.value(), Decision.UNDECIDED, none(members, each, first, second));
    }
    Interval interval = split.interval(each);
    int incomplete = Asked.incomplete(asked);
    Bounds bounds = incomplete == 0 ? Bounds.of(interval) : bounds(group, interval, each);
    double line = -statement.margin();
    Decision decision = bounds.above(line, true);
    boolean open = decision == Decision.UNDECIDED;
    boolean missing = open && Bounds.of(interval).above(line, true) != Decision.UNDECIDED;
    return new Group(
        group.tag(),
        group.value(),
        decision,
        new Evidence(
            split.value(),
            bounds.lower(),
            bounds.upper(),
            each,
            interval.method(),
            bounds.isWidened(),
            line,
            split.n(),
            Bounds.clusters(Bounds.observations(split.in(), SampleOutcome::value)),
            Asked.missing(members),
            split.first(),
            split.second(),
            null,
            open ? further(group, split, line, each) : null,
            missing ? Integer.valueOf(incomplete) : null));
  }

  /** Moved by what is missing, and no fewer than with it at its worst. */
  private @Nullable Long further(Candidate group, Split split, double line, double each) {
    @Nullable Long moved =
        further(
            split.value(),
            line,
            at -> split.more(at, each),
            diluted(group, split.value(), split.n()));
    if (Asked.incomplete(asked) == 0 || isUnbounded()) {
      return moved;
    }
    boolean down = split.value() > line;
    Split worst =
        down
            ? new Split(group, asked, SampleOutcome::worst, SampleOutcome::best)
            : new Split(group, asked, SampleOutcome::best, SampleOutcome::worst);
    boolean same = (worst.value() - line) * (split.value() - line) > 0;
    return Missing.larger(
        moved,
        same ? further(worst.value(), line, at -> worst.more(at, each), Missing.NONE) : null);
  }

  private boolean isUnbounded() {
    return asked.stream().anyMatch(s -> Double.isNaN(s.worst() + s.best()));
  }

  /** Had everything missing gone against the group, and for it. */
  private Bounds bounds(Candidate group, Interval interval, double each) {
    if (isUnbounded()) {
      return Bounds.unbounded();
    }
    Split against = filled(group, unit -> false);
    List<Interval> extremes = new ArrayList<>();
    extremes.add(against.interval(each));
    extremes.add(filled(group, unit -> true).interval(each));
    if (!against.counts) {
      List<String> incomplete =
          asked.stream()
              .filter(sample -> sample.isMissing() || sample.isPartial())
              .map(SampleOutcome::clusterName)
              .toList();
      extremes.add(
          filled(
                  group,
                  Fillings.least(
                      incomplete, false, one -> filled(group, one).interval(each).lower()))
              .interval(each));
      extremes.add(
          filled(
                  group,
                  Fillings.least(
                      incomplete, true, one -> -filled(group, one).interval(each).upper()))
              .interval(each));
    }
    return Bounds.hull(interval, extremes);
  }

  /** What is missing gone for the group in some clusters, and against it in the others. */
  private Split filled(Candidate group, Predicate<String> forGroup) {
    return new Split(
        group,
        asked,
        sample -> forGroup.test(sample.clusterName()) ? sample.best() : sample.worst(),
        sample -> forGroup.test(sample.clusterName()) ? sample.worst() : sample.best());
  }

  /** A group and the rest, and the difference of their means. */
  private final class Split {
    private final List<SampleOutcome> in;
    private final List<SampleOutcome> out;
    private final double first;
    private final double second;
    private final Observations influence;
    private final boolean counts;

    Split(
        Candidate group,
        List<SampleOutcome> samples,
        ToDoubleFunction<SampleOutcome> ofGroup,
        ToDoubleFunction<SampleOutcome> ofRest) {
      this.in = samples.stream().filter(group::holds).toList();
      this.out = samples.stream().filter(sample -> !group.holds(sample)).toList();
      this.first = in.stream().mapToDouble(ofGroup).average().orElse(Double.NaN);
      this.second = out.stream().mapToDouble(ofRest).average().orElse(Double.NaN);
      this.influence =
          Observations.of(
                  samples.stream()
                      .mapToDouble(
                          sample ->
                              samples.size()
                                  * (group.holds(sample)
                                      ? (ofGroup.applyAsDouble(sample) - first) / in.size()
                                      : -(ofRest.applyAsDouble(sample) - second) / out.size()))
                      .toArray())
              .inClusters(samples.stream().map(SampleOutcome::clusterName).toList());
      this.counts = influence.clusterCount() == samples.size() && side.scale().isBinary();
    }

    int n() {
      return in.size();
    }

    int rest() {
      return out.size();
    }

    List<SampleOutcome> in() {
      return in;
    }

    double first() {
      return first;
    }

    double second() {
      return second;
    }

    double value() {
      return sign * (first - second);
    }

    Interval interval(double each) {
      return counts
          ? NewcombeUnpairedInterval.interval(
              right(first, n()), n(), right(second, rest()), rest(), each)
          : linearised(value(), influence, each);
    }

    OptionalLong more(double at, double each) {
      return counts
          ? NewcombeUnpairedPower.of(
                  right(first, n()), n(), right(second, rest()), rest(), sign * at, each)
              .furtherSamples(n(), POWER)
          : moreOfSpread(value(), at, influence, fewest(in, out), n(), each);
    }

    private static long right(double share, int n) {
      return Math.round(share * n);
    }
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

package assay.evaluation.comparison;

import assay.evaluation.estimate.FewClusters;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.PairedCounts;
import assay.statistics.Significance;
import assay.statistics.interval.BcaBootstrapInterval;
import assay.statistics.interval.ClusterRobustVariance;
import assay.statistics.interval.DefaultInterval;
import assay.statistics.interval.OddsRatioInterval;
import assay.statistics.power.ConstantPower;
import assay.statistics.power.McNemarExactPower;
import assay.statistics.power.McNemarPower;
import assay.statistics.power.MoreOfTheSame;
import assay.statistics.power.NewcombePower;
import assay.statistics.power.StudentPower;
import assay.statistics.power.StudentPower.Figure;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.test.ClusteredMcNemar;
import assay.statistics.test.MarginHypothesis;
import assay.statistics.test.MarginTest;
import assay.statistics.test.McNemarExact;
import assay.statistics.test.PairedPermutation;
import assay.statistics.test.PairedT;
import assay.statistics.test.WilcoxonSignedRank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of one comparison: first less second on the same samples.
 *
 * <p>Right and wrong answers to independent questions ({@link Scale#isRightOrWrong}: what the
 * scorer can say and how often a sample is put, never the values that came): {@link
 * DefaultInterval#ofPairedProportions} and {@link McNemarExact}. Everything else (questions in
 * clusters, scores between, several epochs): {@link DefaultInterval#ofDifference} and {@link
 * PairedPermutation}, which exchanges whole clusters. Other tests and the bootstrap stand beside,
 * and decide nothing.
 */
public final class Contrast {

  private static final double POWER = 0.8;

  /** Draws of single values in all: beyond, fewer resamples are drawn. */
  private static final long DRAWS = 200_000_000L;

  private static final int FEWEST = 1_000;

  private final Observations differences;
  private final Scale scale;
  private final boolean clustered;
  private final @Nullable PairedCounts counts;
  private final double meanFirst;
  private final double meanSecond;
  private final int firstAhead;
  private final int secondAhead;
  private final BootstrapPlan plan;
  private final ComparedTest primary;

  private Contrast(List<Pair> pairs, Scale scale, BootstrapPlan plan) {
    double[] first = pairs.stream().mapToDouble(pair -> pair.first().value()).toArray();
    double[] second = pairs.stream().mapToDouble(pair -> pair.second().value()).toArray();
    double[] d = pairs.stream().mapToDouble(Pair::difference).toArray();
    List<String> clusters = pairs.stream().map(Pair::unit).toList();
    this.clustered = new HashSet<>(clusters).size() < d.length;
    Observations all = Observations.of(d);
    this.differences = clustered ? all.inClusters(clusters) : all;
    this.scale = scale;
    this.counts = scale.isBinary() ? PairedCounts.of(first, second) : null;
    this.meanFirst = Observations.of(first).mean().orElse(Double.NaN);
    this.meanSecond = Observations.of(second).mean().orElse(Double.NaN);
    this.firstAhead = (int) Arrays.stream(d).filter(x -> x * scale.sign() > 0).count();
    this.secondAhead = (int) Arrays.stream(d).filter(x -> x * scale.sign() < 0).count();
    this.plan =
        plan.withResamples(Math.clamp(DRAWS / Math.max(1, d.length), FEWEST, plan.resamples()));
    this.primary =
        new ComparedTest(
            counts != null && !clustered
                ? McNemarExact.test(counts)
                : PairedPermutation.test(differences, this.plan),
            true,
            null);
  }

  /**
   * Of these pairs.
   *
   * @param plan randomness of permutation and bootstrap; fewer are drawn for very many pairs
   */
  static Contrast of(List<Pair> pairs, Scale scale, BootstrapPlan plan) {
    return new Contrast(pairs, scale, plan);
  }

  /** Number of pairs. */
  public int n() {
    return differences.n();
  }

  /** Number of clusters among them, or null where they are independent. */
  public @Nullable Integer clusters() {
    return clustered ? differences.clusterCount() : null;
  }

  /** Mean score of the first side on the pairs. */
  public double meanFirst() {
    return meanFirst;
  }

  /** Mean score of the second side on the pairs. */
  public double meanSecond() {
    return meanSecond;
  }

  /** Mean of first less second, in the unit of the scores. */
  public double difference() {
    return differences.mean().orElseThrow();
  }

  /** The difference turned so that more than 0 speaks for the first side. */
  public double advantage() {
    return scale.sign() * difference();
  }

  /** What a difference is turned by: 1 where more is better, else −1. */
  int sign() {
    return scale.sign();
  }

  /** The fourfold table, or null where scores are not right and wrong. */
  public @Nullable PairedCounts counts() {
    return counts;
  }

  /** Samples on which the first side is ahead. */
  public int firstAhead() {
    return firstAhead;
  }

  /** Samples on which the second side is ahead. */
  public int secondAhead() {
    return secondAhead;
  }

  /** The interval of the difference. */
  public Interval interval(double level) {
    return counts != null && !clustered
        ? DefaultInterval.ofPairedProportions(counts, level)
        : DefaultInterval.ofDifference(differences, scale.differences(), level);
  }

  /** The bias-corrected bootstrap's interval, by whole clusters where there are any. */
  public Interval bootstrap(double level) {
    return new BcaBootstrapInterval(plan).interval(differences, scale.differences(), level);
  }

  /** The test on which the verdict rests. */
  public ComparedTest primary() {
    return primary;
  }

  /**
   * All tests, the primary one first.
   *
   * @param margin of equivalence, or null for none
   */
  public List<ComparedTest> tests(@Nullable Double margin) {
    List<ComparedTest> all = new ArrayList<>();
    all.add(primary);
    if (counts != null && clustered) {
      all.add(new ComparedTest(ClusteredMcNemar.test(differences), false, few()));
      all.add(new ComparedTest(McNemarExact.test(counts), false, ComparedTest.NO_CLUSTERS));
    } else if (counts != null) {
      all.add(new ComparedTest(PairedPermutation.test(differences, plan), false, null));
    } else {
      if (!clustered) {
        all.add(
            new ComparedTest(
                WilcoxonSignedRank.test(differences.values(), WilcoxonSignedRank.Zeros.DROPPED),
                false,
                null));
      }
      all.add(new ComparedTest(PairedT.test(differences), false, clustered ? few() : null));
    }
    if (margin != null) {
      MarginHypothesis within = MarginHypothesis.EQUIVALENCE;
      all.add(
          new ComparedTest(
              counts != null && !clustered && margin < 1
                  ? MarginTest.ofPairedProportions(counts, within, margin)
                  : MarginTest.ofMean(differences, scale.differences(), within, margin),
              false,
              "one-sided"));
    }
    return List.copyOf(all);
  }

  private @Nullable String few() {
    int clusters = differences.clusterCount();
    return FewClusters.are(clusters)
        ? "only " + clusters + (clusters == 1 ? " cluster" : " clusters")
        : null;
  }

  /** How large the difference is. */
  public Effect effect(double level) {
    boolean differ = counts != null && counts.discordant() > 0;
    double ahead = firstAhead;
    return new Effect(
        differ ? Double.valueOf(ahead / (firstAhead + secondAhead) - 0.5) : null,
        differ ? Double.valueOf(ahead / secondAhead) : null,
        differ && counts != null ? OddsRatioInterval.paired(counts, level) : null,
        dz());
  }

  private @Nullable Double dz() {
    OptionalDouble variance = ClusterRobustVariance.of(differences.unclustered());
    return variance.isPresent() && variance.getAsDouble() > 0 && !differences.isConstant()
        ? Double.valueOf(difference() / Math.sqrt(variance.getAsDouble() * n()))
        : null;
  }

  /** The smallest p that the test on which the verdict rests can give for so many samples. */
  public double smallestP() {
    return McNemarExactPower.smallestP(differences.clusterCount());
  }

  /**
   * The smallest difference that so many samples of this kind find with a power of 80 %: of right
   * and wrong answers by the exact power of the test that decides, above 2,000 of them by the
   * normal formula, and of all else by {@link StudentPower}. Null where none is, however large, it
   * cannot be told, or {@link #hasTooFewClusters} forbids to promise it.
   */
  public @Nullable Double detectable(double level) {
    if (!Significance.rejects(smallestP(), level)) {
      return null;
    }
    if (counts != null && !clustered) {
      if (counts.discordant() == 0) {
        return null;
      }
      double discordance = (double) counts.discordant() / n();
      OptionalDouble found =
          n() <= McNemarExactPower.MOST_PAIRS
              ? new McNemarExactPower(level).smallestDetectableDifference(n(), discordance, POWER)
              : McNemarPower.smallestDetectableDifference(n(), discordance, level, POWER);
      return found.isPresent() ? Double.valueOf(found.getAsDouble()) : null;
    }
    Optional<StudentPower> power = power();
    if (power.isEmpty() || hasTooFewClusters()) {
      return null;
    }
    double found =
        Math.max(
            power.get().smallestDetectableDifference(Figure.ABOVE, level, POWER),
            power.get().smallestDetectableDifference(Figure.BELOW, level, POWER));
    return found <= scale.differences().upper() ? Double.valueOf(found) : null;
  }

  /**
   * How many more samples of this kind would decide, with a power of 80 %, on which side of a value
   * the advantage lies, if it is where it seems to be, and although all that is missing goes the
   * other way. Of right and wrong answers, against 0, it is the power of McNemar's exact test, as
   * long as no more than 2,000 are needed, else by the normal formula; against another value that
   * of the interval ({@link NewcombePower}). Of all else it is that of the interval ({@link
   * StudentPower}), and of as many clusters as the test takes to reject at all. Where something is
   * missing, right and wrong answers and so many more are taken together with all of it at its
   * worst ({@link MorePairs#beside}); of all else the interval is moved by it, and it takes no
   * fewer than the samples with it at its worst would. Where that has enough and what decides has
   * not, as many as {@link MoreOfTheSame} needs. Null where no number would, it cannot be told, or
   * {@link #hasTooFewClusters} forbids to promise it.
   */
  public @Nullable Long further(
      double value, double level, Missing missing, @Nullable Extremes extremes) {
    double advantage = advantage();
    if (advantage == value) {
      return null;
    }
    if (extremes == null) {
      return further(value, level, missing);
    }
    Contrast worst = advantage > value ? extremes.against() : extremes.inFavour();
    if (counts == null || clustered || worst.counts == null) {
      boolean same = (worst.advantage() - value) * (advantage - value) > 0;
      return Missing.larger(
          further(value, level, missing), same ? worst.further(value, level, Missing.NONE) : null);
    }
    double line = scale.sign() * value;
    double side = Math.signum(difference() - line);
    return new MorePairs(counts, level)
        .beside(
            worst.counts,
            table -> {
              boolean same = Math.signum(table.difference() - line) == side;
              @Nullable Long more = same ? table.beyond(line) : null;
              return more == null ? 1 : more;
            });
  }

  private @Nullable Long further(double value, double level, Missing missing) {
    double advantage = advantage();
    @Nullable Long bare = needed(value, level);
    return missing.until(
        (below, above) -> {
          double line = advantage > value ? value + below : value - above;
          if (line == value || bare == null) {
            return bare;
          }
          boolean beyond = advantage > value ? line >= advantage : line <= advantage;
          @Nullable Long moved = beyond ? null : needed(line, level);
          return moved == null ? null : Long.valueOf(Math.max(bare, moved));
        });
  }

  private @Nullable Long needed(double value, double level) {
    if (counts != null && !clustered) {
      return new MorePairs(counts, level).beyond(scale.sign() * value);
    }
    OptionalLong more = moreOfSpread(value, level);
    if (more.isEmpty()) {
      return null;
    }
    long needed = value == 0 ? Math.max(more.getAsLong(), untilPossible(level)) : more.getAsLong();
    if (needed > 0 || decides(differences, value, level)) {
      return needed;
    }
    OptionalInt like = MoreOfTheSame.until(differences, d -> decides(d, value, level));
    return like.isPresent() ? Long.valueOf(like.getAsInt()) : null;
  }

  /** So many more until the interval of scores between, or of clusters, has its power. */
  private OptionalLong moreOfSpread(double value, double level) {
    double line = scale.sign() * value;
    if (differences.isConstant()) {
      return new ConstantPower(differences, scale.differences(), level).furtherSamples(line);
    }
    Optional<StudentPower> power = power();
    if (power.isEmpty() || hasTooFewClusters()) {
      return OptionalLong.empty();
    }
    return power
        .get()
        .furtherSamples(
            Figure.of(line, difference()), Math.abs(difference() - line), n(), level, POWER);
  }

  /**
   * How many more samples of this kind would put the interval of the advantage within two limits,
   * with a power of 80 %, if it is where it seems to be, and although all that is missing goes
   * either way: both of its ends can fail. Of right and wrong answers by {@link NewcombePower}, of
   * all else by {@link StudentPower}. Null where the advantage is not between them, it cannot be
   * told, or {@link #hasTooFewClusters} forbids to promise it.
   */
  public @Nullable Long furtherWithin(
      double lower, double upper, double level, Missing missing, @Nullable Extremes extremes) {
    if (extremes != null && counts != null && !clustered) {
      double low = scale.sign() > 0 ? lower : -upper;
      double high = scale.sign() > 0 ? upper : -lower;
      if (!(lower < advantage() && advantage() < upper)) {
        return null;
      }
      @Nullable Long most = 0L;
      for (Contrast worst : List.of(extremes.against(), extremes.inFavour())) {
        @Nullable Long more =
            new MorePairs(counts, level)
                .beside(
                    Objects.requireNonNull(worst.counts),
                    table -> {
                      @Nullable Long needed = table.within(low, high);
                      return needed == null ? 1 : needed;
                    });
        most = more == null || most == null ? null : Long.valueOf(Math.max(most, more));
      }
      return most;
    }
    return missing.until((below, above) -> neededWithin(lower + below, upper - above, level));
  }

  private @Nullable Long neededWithin(double lower, double upper, double level) {
    if (!(lower < advantage() && advantage() < upper)) {
      return null;
    }
    double low = scale.sign() > 0 ? lower : -upper;
    double high = scale.sign() > 0 ? upper : -lower;
    if (counts != null && !clustered) {
      return new MorePairs(counts, level).within(low, high);
    }
    OptionalLong more;
    if (differences.isConstant()) {
      more =
          new ConstantPower(differences, scale.differences(), level)
              .furtherSamplesWithin(low, high);
    } else if (power().isPresent() && !hasTooFewClusters()) {
      more =
          power()
              .get()
              .furtherSamplesWithin(difference() - low, high - difference(), n(), level, POWER);
    } else {
      more = OptionalLong.empty();
    }
    return more.isPresent() ? Long.valueOf(more.getAsLong()) : null;
  }

  private Optional<StudentPower> power() {
    return StudentPower.ofClusterRobust(differences);
  }

  /** So many more, in clusters as large as these, until the test can reject at all. */
  private long untilPossible(double level) {
    int clusters = differences.clusterCount();
    int fewest = clusters;
    while (!Significance.rejects(McNemarExactPower.smallestP(fewest), level)) {
      fewest++;
    }
    return Math.ceilDiv((long) (fewest - clusters) * n(), clusters);
  }

  /** Whether these differences leave no doubt on which side of a value they lie. */
  private boolean decides(Observations like, double value, double level) {
    Interval interval = DefaultInterval.ofDifference(like, scale.differences(), level);
    return !interval.contains(scale.sign() * value)
        && (value != 0 || Significance.rejects(PairedPermutation.test(like, plan).p(), level));
  }

  /**
   * Whether a permutation decides and has so few clusters, or samples, to exchange that it notices
   * less often than {@link StudentPower} says.
   */
  public boolean hasTooFewClusters() {
    return (counts == null || clustered)
        && differences.clusterCount() < StudentPower.FEWEST_CLUSTERS;
  }

  /** Whether there are fewer than 20 clusters: intervals then tend to be too narrow. */
  public boolean hasFewClusters() {
    return FewClusters.are(clusters());
  }
}

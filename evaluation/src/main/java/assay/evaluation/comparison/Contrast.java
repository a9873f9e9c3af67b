package assay.evaluation.comparison;

import assay.evaluation.estimate.FewClusters;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.PairedCounts;
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
  private static final long MOST_PAIRS = 1_000_000_000;

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
                  : MarginTest.ofMean(differences, within, margin),
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
    if (smallestP() > 1 - level) {
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
   * StudentPower}), and of as many clusters as the test takes to reject at all. What is missing
   * moves the interval alone. Where that has enough and what decides has not, as many as {@link
   * MoreOfTheSame} needs. Null where no number would, it cannot be told, or {@link
   * #hasTooFewClusters} forbids to promise it.
   */
  public @Nullable Long further(double value, double level, Missing missing) {
    double advantage = advantage();
    if (advantage == value) {
      return null;
    }
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
      OptionalLong needed =
          value == 0 ? untilPowerful(counts, level) : untilBeyond(counts, value, level);
      return needed.isPresent()
          ? Long.valueOf(Math.max(needed.getAsLong(), untilTested(counts, value, level)))
          : null;
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
  public @Nullable Long furtherWithin(double lower, double upper, double level, Missing missing) {
    return missing.until((below, above) -> neededWithin(lower + below, upper - above, level));
  }

  private @Nullable Long neededWithin(double lower, double upper, double level) {
    if (!(lower < advantage() && advantage() < upper)) {
      return null;
    }
    double low = scale.sign() > 0 ? lower : -upper;
    double high = scale.sign() > 0 ? upper : -lower;
    OptionalLong more;
    if (counts != null && !clustered) {
      more = beyondThese(new NewcombePower(counts, low, high, level).pairsNeeded(POWER));
    } else if (differences.isConstant()) {
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

  private OptionalLong beyondThese(OptionalLong all) {
    return all.isPresent() ? OptionalLong.of(Math.max(0, all.getAsLong() - n())) : all;
  }

  /** So many more of the same kind until the exact test has its power; by formula for many. */
  private OptionalLong untilPowerful(PairedCounts seen, double level) {
    double discordance = (double) seen.discordant() / n();
    double size = Math.min(discordance, Math.abs(difference()));
    OptionalLong formula = McNemarPower.pairsNeeded(size, discordance, level, POWER);
    if (formula.isEmpty() || formula.getAsLong() > McNemarExactPower.MOST_PAIRS) {
      return beyondThese(formula);
    }
    OptionalInt pairs = new McNemarExactPower(level).pairsNeeded(size, discordance, POWER);
    return beyondThese(
        OptionalLong.of(pairs.isPresent() ? pairs.getAsInt() : McNemarExactPower.MOST_PAIRS + 1L));
  }

  /** So many more until Newcombe's interval has the power to leave a value out. */
  private OptionalLong untilBeyond(PairedCounts seen, double value, double level) {
    double line = scale.sign() * value;
    NewcombePower power =
        difference() > line
            ? new NewcombePower(seen, line, Double.POSITIVE_INFINITY, level)
            : new NewcombePower(seen, Double.NEGATIVE_INFINITY, line, level);
    return beyondThese(power.pairsNeeded(POWER));
  }

  /** So many more, in clusters as large as these, until the test can reject at all. */
  private long untilPossible(double level) {
    int clusters = differences.clusterCount();
    int fewest = clusters;
    while (McNemarExactPower.smallestP(fewest) > 1 - level) {
      fewest++;
    }
    return Math.ceilDiv((long) (fewest - clusters) * n(), clusters);
  }

  /** Whether these differences leave no doubt on which side of a value they lie. */
  private boolean decides(Observations like, double value, double level) {
    Interval interval = DefaultInterval.ofDifference(like, scale.differences(), level);
    return !interval.contains(scale.sign() * value)
        && (value != 0 || PairedPermutation.test(like, plan).p() <= 1 - level);
  }

  /** So many more of the same kind until exact test and interval are clear of a value. */
  private long untilTested(PairedCounts seen, double value, double level) {
    long low = n() - 1L;
    long high = n();
    while (high < MOST_PAIRS && !clear(seen, high, value, level)) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (clear(seen, middle, value, level)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high - n();
  }

  /** Whether so many pairs of the same kind would decide. */
  private boolean clear(PairedCounts seen, long pairs, double value, double level) {
    long first = like(seen.firstOnly(), pairs);
    long second = like(seen.secondOnly(), pairs);
    long both = Math.min(like(seen.both(), pairs), Math.max(0, pairs - first - second));
    PairedCounts scaled =
        new PairedCounts(both, first, second, Math.max(0, pairs - first - second - both));
    return !DefaultInterval.ofPairedProportions(scaled, level).contains(scale.sign() * value)
        && (value != 0 || McNemarExact.test(scaled).p() <= 1 - level);
  }

  private long like(long count, long pairs) {
    return Math.round(count * ((double) pairs / n()));
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

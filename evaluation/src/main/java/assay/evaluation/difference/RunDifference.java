package assay.evaluation.difference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each cause explains of the gap between two runs, the second's mean score minus the first's.
 *
 * <p>Questions that only one run scored explain {@code (B − B′) − (A − A′)}, where A and B are the
 * means over all questions of a run and A′ and B′ those over the questions of both. Of a question
 * of both, the difference of its scores, divided by the number of such questions, is laid to one
 * cause: where the replies are equal, to the reading if that differs, else to the scoring; where
 * they differ, to the first of prompt, images and settings that is known to differ, else to the
 * reply. Several trials of a question share its weight. So the parts add up to the gap.
 *
 * @param first what the first run gave
 * @param second what the second run gave
 * @param matched questions that both scored
 * @param otherTarget questions among them whose right answers differ
 * @param gap the second's mean minus the first's; null where one has no score
 * @param shares one for each cause, in order
 * @param flips questions whose score differs, in the first run's order
 */
public record RunDifference(
    Scored first,
    Scored second,
    long matched,
    long otherTarget,
    @Nullable Double gap,
    List<Share> shares,
    List<Flip> flips) {

  public RunDifference {
    shares = List.copyOf(shares);
    flips = List.copyOf(flips);
  }

  /**
   * What a run gave.
   *
   * @param questions questions with a score
   * @param unscored trials without one: skipped, failed, undefined
   * @param mean mean score over the questions, or null where there are none
   * @param meanOfMatched mean score over those that both scored, or null
   * @param extractor the rule that read
   * @param scorer the rule that scored
   */
  public record Scored(
      long questions,
      long unscored,
      @Nullable Double mean,
      @Nullable Double meanOfMatched,
      String extractor,
      String scorer) {}

  /**
   * What a cause explains.
   *
   * @param cause the cause
   * @param known whether both runs hold what is compared, for any question
   * @param differing trials of both that differ in it, whatever that explains; of the sample set,
   *     questions that only one run scored
   * @param flips trials whose difference of scores is laid to it
   * @param points what it adds to the gap
   */
  public record Share(Cause cause, boolean known, long differing, long flips, double points) {}

  /**
   * A question whose score differs.
   *
   * @param firstId the sample's id in the first run
   * @param secondId the sample's id in the second run
   * @param cause what the difference is laid to
   * @param firstScore score in the first run
   * @param secondScore score in the second run
   * @param firstRead what the first run read; empty where nothing was read
   * @param secondRead what the second run read
   */
  public record Flip(
      String firstId,
      String secondId,
      Cause cause,
      double firstScore,
      double secondScore,
      String firstRead,
      String secondRead) {}

  /** Compares what two runs gave; of one benchmark, questions are matched by id alone. */
  static RunDifference of(Side first, Side second, boolean sameBenchmark) {
    return new Sums(first, second, QuestionMatch.of(first, second, sameBenchmark)).result();
  }

  private static final class Sums {

    private final Side first;
    private final Side second;
    private final SequencedMap<String, String> pairs;
    private final Map<Cause, double[]> points = new EnumMap<>(Cause.class);
    private final Map<Cause, long[]> counts = new EnumMap<>(Cause.class);
    private final List<Flip> flips = new ArrayList<>();
    private double meanOfFirst;
    private double meanOfSecond;
    private double left;
    private long otherTarget;
    private boolean promptKnown;
    private boolean imagesKnown;
    private boolean settingsKnown;

    Sums(Side first, Side second, SequencedMap<String, String> pairs) {
      this.first = first;
      this.second = second;
      this.pairs = pairs;
      for (Cause cause : Cause.values()) {
        points.put(cause, new double[1]);
        counts.put(cause, new long[2]);
      }
    }

    RunDifference result() {
      pairs.forEach((id, other) -> pair(id, other));
      int n = pairs.size();
      long only = (long) first.asked().size() + second.asked().size() - 2L * n;
      boolean both = !first.asked().isEmpty() && !second.asked().isEmpty();
      double set = n == 0 ? second.mean() - first.mean() : setPoints(n);
      List<Share> shares = new ArrayList<>();
      for (Cause cause : Cause.values()) {
        boolean isSet = cause == Cause.SAMPLE_SET;
        shares.add(
            new Share(
                cause,
                isKnown(cause),
                isSet ? only : count(cause)[0],
                isSet ? 0 : count(cause)[1],
                isSet ? (both ? set : 0) : n == 0 ? 0 : sum(cause)[0] / n));
      }
      return new RunDifference(
          scored(first, n == 0 ? null : Double.valueOf(meanOfFirst / n)),
          scored(second, n == 0 ? null : Double.valueOf(meanOfSecond / n)),
          n,
          otherTarget,
          both ? Double.valueOf(second.mean() - first.mean()) : null,
          shares,
          flips);
    }

    private double setPoints(int n) {
      return (second.mean() - meanOfSecond / n) - (first.mean() - meanOfFirst / n) + left / n;
    }

    private static Scored scored(Side side, @Nullable Double matched) {
      return new Scored(
          side.asked().size(),
          side.unscored(),
          side.asked().isEmpty() ? null : Double.valueOf(side.mean()),
          matched,
          side.extractor(),
          side.scorer());
    }

    private boolean isKnown(Cause cause) {
      return switch (cause) {
        case PROMPT -> promptKnown;
        case IMAGES -> imagesKnown;
        case SETTINGS -> settingsKnown;
        case SAMPLE_SET, REPLY, READING, SCORE -> true;
      };
    }

    private double[] sum(Cause cause) {
      return Objects.requireNonNull(points.get(cause));
    }

    private long[] count(Cause cause) {
      return Objects.requireNonNull(counts.get(cause));
    }

    private void pair(String id, String otherId) {
      Side.Asked one = Objects.requireNonNull(first.asked().get(id));
      Side.Asked other = Objects.requireNonNull(second.asked().get(otherId));
      meanOfFirst += one.mean();
      meanOfSecond += other.mean();
      otherTarget += one.target().equals(other.target()) ? 0 : 1;
      Map<String, Side.Done> byKey = new HashMap<>();
      other.trials().forEach(done -> byKey.put(done.key(), done));
      List<Side.Done> shared =
          one.trials().stream().filter(done -> byKey.containsKey(done.key())).toList();
      double explained = 0;
      for (Side.Done done : shared) {
        Side.Done against = Objects.requireNonNull(byKey.get(done.key()));
        Cause cause = compare(done, against);
        double difference = (against.score() - done.score()) / shared.size();
        explained += difference;
        sum(cause)[0] += difference;
        if (against.score() != done.score()) {
          count(cause)[1]++;
          flips.add(
              new Flip(
                  id, otherId, cause, done.score(), against.score(), done.read(), against.read()));
        }
      }
      left += other.mean() - one.mean() - explained;
    }

    /** Counts in what two trials differ; says what a difference of their scores is laid to. */
    private Cause compare(Side.Done one, Side.Done other) {
      Set<Cause> differing = new LinkedHashSet<>();
      promptKnown |= differs(one.put().prompt(), other.put().prompt(), Cause.PROMPT, differing);
      imagesKnown |= differs(one.put().images(), other.put().images(), Cause.IMAGES, differing);
      settingsKnown |=
          differs(one.put().settings(), other.put().settings(), Cause.SETTINGS, differing);
      boolean otherReply =
          differs(one.reply(), other.reply(), Cause.REPLY, differing)
              && differing.contains(Cause.REPLY);
      boolean otherReading =
          !one.outcome().equals(other.outcome()) || !one.read().equalsIgnoreCase(other.read());
      if (otherReading) {
        differing.add(Cause.READING);
      }
      if (one.score() != other.score()) {
        differing.add(Cause.SCORE);
      }
      differing.forEach(cause -> count(cause)[0]++);
      if (!otherReply) {
        return otherReading ? Cause.READING : Cause.SCORE;
      }
      return differing.iterator().next();
    }

    /** Whether both are known; what differs is added. */
    private static boolean differs(
        @Nullable String one, @Nullable String other, Cause cause, Set<Cause> differing) {
      if (one == null || other == null) {
        return false;
      }
      if (!one.equals(other)) {
        differing.add(cause);
      }
      return true;
    }
  }
}

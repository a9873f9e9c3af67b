package assay.evaluation.difference;

import assay.core.Target;
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

/** Sums up what each cause explains of the gap between two runs. */
final class Gap {

  private final Side first;
  private final Side second;
  private final SequencedMap<String, String> pairs;
  private final Map<Cause, double[]> points = new EnumMap<>(Cause.class);
  private final Map<Cause, long[]> counts = new EnumMap<>(Cause.class);
  private final List<RunDifference.Flip> flips = new ArrayList<>();
  private final SettingsTally settings = new SettingsTally();
  private double meanOfFirst;
  private double meanOfSecond;
  private long matched;
  private long trials;
  private long otherTarget;
  private boolean promptKnown;
  private boolean imagesKnown;
  private boolean settingsKnown;

  Gap(Side first, Side second, SequencedMap<String, String> pairs) {
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
    long n = matched;
    long only = first.trials() + second.trials() - 2 * trials;
    boolean both = !first.asked().isEmpty() && !second.asked().isEmpty();
    double set = n == 0 ? second.mean() - first.mean() : setPoints(n);
    List<RunDifference.Share> shares = new ArrayList<>();
    for (Cause cause : Cause.values()) {
      boolean isSet = cause == Cause.SAMPLE_SET;
      shares.add(
          new RunDifference.Share(
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
        trials,
        otherTarget,
        both ? Double.valueOf(second.mean() - first.mean()) : null,
        shares,
        new RunDifference.Settings(
            settings.differing(n), settings.firstAlone(), settings.secondAlone()),
        flips);
  }

  private double setPoints(long n) {
    return (second.mean() - meanOfSecond / n) - (first.mean() - meanOfFirst / n);
  }

  private static RunDifference.Scored scored(Side side, @Nullable Double matched) {
    return new RunDifference.Scored(
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
    Map<String, Side.Done> byKey = new HashMap<>();
    other.trials().forEach(done -> byKey.put(done.key(), done));
    List<Side.Done> shared =
        one.trials().stream().filter(done -> byKey.containsKey(done.key())).toList();
    if (shared.isEmpty()) {
      return;
    }
    matched++;
    trials += shared.size();
    otherTarget += contradict(one.target(), other.target()) ? 1 : 0;
    for (Side.Done done : shared) {
      Side.Done against = Objects.requireNonNull(byKey.get(done.key()));
      Cause cause = compare(done, against);
      double difference = (against.score() - done.score()) / shared.size();
      meanOfFirst += done.score() / shared.size();
      meanOfSecond += against.score() / shared.size();
      sum(cause)[0] += difference;
      settings.add(
          done.put().settings(),
          against.put().settings(),
          cause == Cause.SETTINGS ? difference : 0);
      if (against.score() != done.score()) {
        count(cause)[1]++;
        flips.add(
            new RunDifference.Flip(
                id,
                otherId,
                done.epoch(),
                cause,
                done.score(),
                against.score(),
                done.read(),
                against.read()));
      }
    }
  }

  /** Whether both say what is right, and not the same. */
  private static boolean contradict(Target one, Target other) {
    return !(one instanceof Target.Unstated)
        && !(other instanceof Target.Unstated)
        && !one.equals(other);
  }

  /** Counts in what two trials differ; says what a difference of their scores is laid to. */
  private Cause compare(Side.Done one, Side.Done other) {
    Set<Cause> differing = new LinkedHashSet<>();
    promptKnown |= differs(one.put().prompt(), other.put().prompt(), Cause.PROMPT, differing);
    imagesKnown |= differs(one.put().images(), other.put().images(), Cause.IMAGES, differing);
    GenerationSettings sent = one.put().settings();
    settingsKnown |= sent.comparable(other.put().settings());
    if (!sent.differing(other.put().settings()).isEmpty()) {
      differing.add(Cause.SETTINGS);
    }
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

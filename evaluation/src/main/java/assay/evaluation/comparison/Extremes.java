package assay.evaluation.comparison;

import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.interval.DefaultInterval;
import assay.statistics.resampling.BootstrapPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The same comparison over all samples that both were asked, had every answer that is missing gone
 * against the first side, and had it gone for it. A verdict that they do not all share rests on
 * answers that nobody has.
 *
 * @param against every missing answer of the first side worst, of the second best
 * @param inFavour the reverse
 * @param mixed where the spread between samples or clusters makes the interval: with what is
 *     missing such that its ends are farthest out ({@link Fillings}); none for right and wrong
 *     answers to independent questions
 */
public record Extremes(Contrast against, Contrast inFavour, List<Contrast> mixed) {

  public Extremes {
    mixed = List.copyOf(mixed);
  }

  /** Those of a pairing; null where nothing is missing, or scores have no bound. */
  static @Nullable Extremes of(Pairing pairing, Scale scale, double level, BootstrapPlan plan) {
    if (pairing.coverage().incomplete() == 0 || !scale.isBounded()) {
      return null;
    }
    Contrast against = Contrast.of(filled(pairing, scale, unit -> false), scale, plan);
    Contrast inFavour = Contrast.of(filled(pairing, scale, unit -> true), scale, plan);
    List<Contrast> mixed = new ArrayList<>();
    if (against.clusters() != null || against.counts() == null) {
      List<String> incomplete =
          pairing.asked().stream().filter(Pair::isIncomplete).map(Pair::unit).toList();
      for (int end : new int[] {1, -1}) {
        Predicate<String> farthest =
            Fillings.least(
                incomplete,
                end != scale.sign(),
                filling -> {
                  Interval interval = interval(filled(pairing, scale, filling), scale, level);
                  return end > 0 ? interval.lower() : -interval.upper();
                });
        mixed.add(Contrast.of(filled(pairing, scale, farthest), scale, plan));
      }
    }
    return new Extremes(against, inFavour, mixed);
  }

  private static List<Pair> filled(Pairing pairing, Scale scale, Predicate<String> forFirst) {
    return pairing.asked().stream()
        .map(pair -> pair.extreme(forFirst.test(pair.unit()), scale))
        .toList();
  }

  private static Interval interval(List<Pair> pairs, Scale scale, double level) {
    Observations differences =
        Observations.of(pairs.stream().mapToDouble(Pair::difference).toArray())
            .inClusters(pairs.stream().map(Pair::unit).toList());
    return DefaultInterval.ofDifference(differences, scale.differences(), level);
  }

  /** All of them. */
  public Stream<Contrast> stream() {
    return Stream.concat(Stream.of(against, inFavour), mixed.stream());
  }
}

package assay.evaluation.comparison;

import assay.statistics.resampling.BootstrapPlan;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The same comparison over all samples that both were asked, had every answer that is missing gone
 * against the first side, and had it gone for it. A verdict that both do not share rests on answers
 * that nobody has.
 *
 * @param against every missing answer of the first side worst, of the second best
 * @param inFavour the reverse
 */
public record Extremes(Contrast against, Contrast inFavour) {

  /** The two; null where nothing is missing, or scores have no bound. */
  static @Nullable Extremes of(Pairing pairing, Scale scale, BootstrapPlan plan) {
    if (pairing.coverage().incomplete() == 0 || !scale.isBounded()) {
      return null;
    }
    return new Extremes(
        contrast(pairing, false, scale, plan), contrast(pairing, true, scale, plan));
  }

  private static Contrast contrast(
      Pairing pairing, boolean forFirst, Scale scale, BootstrapPlan plan) {
    List<Pair> all = pairing.asked().stream().map(pair -> pair.extreme(forFirst, scale)).toList();
    return Contrast.of(all, scale, plan);
  }

  /** Both. */
  public Stream<Contrast> stream() {
    return Stream.of(against, inFavour);
  }
}

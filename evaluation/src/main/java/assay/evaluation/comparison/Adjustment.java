package assay.evaluation.comparison;

import assay.statistics.multiplicity.Correction;
import assay.statistics.multiplicity.MaxT;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the p-values of a family are adjusted for their number: by themselves alone ({@link
 * Correction}), or with the outcomes behind them, which knows how they go together ({@link MaxT}).
 *
 * @param id stable id, such as {@code holm} or {@code max-t}
 * @param intervals what intervals of the family are taken by; of max-t Bonferroni's, which is wider
 */
public record Adjustment(String id, Correction intervals) {

  /** By permutations that are common to the family; for slices of one comparison. */
  public static final Adjustment MAX_T = new Adjustment("max-t", Correction.BONFERRONI);

  /** By the p-values alone. */
  public static Adjustment of(Correction correction) {
    return new Adjustment(correction.id(), correction);
  }

  /** The one of an id; empty where there is none. */
  public static Optional<Adjustment> named(String id) {
    return all().filter(one -> one.id().equals(id)).findFirst();
  }

  /** All ids. */
  public static List<String> ids() {
    return all().map(Adjustment::id).toList();
  }

  private static Stream<Adjustment> all() {
    return Stream.concat(Arrays.stream(Correction.values()).map(Adjustment::of), Stream.of(MAX_T));
  }
}

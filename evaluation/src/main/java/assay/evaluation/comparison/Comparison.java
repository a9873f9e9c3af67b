package assay.evaluation.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A first reader against a second.
 *
 * @param first one side
 * @param second the other
 * @param terms what was fixed before
 * @param pairing what is compared, what is left out, and what is not alike
 * @param overall over all pairs
 * @param family in which {@code overall} is judged, or null where it stands alone
 * @param amongRead what remains where every answer of both was read; null where all were
 * @param slices the same over parts of the pairs, judged as one family
 * @param unanswered parts of which there is no pair
 * @param sliceFamily name of that family, or null where there are none
 * @param metrics the two by what the benchmark asks for besides the mean score
 * @param metricFamily family in which those are judged, or null where there are none
 */
public record Comparison(
    Side first,
    Side second,
    Terms terms,
    Pairing pairing,
    Judged overall,
    @Nullable String family,
    @Nullable AmongRead<Verdict> amongRead,
    List<SliceResult> slices,
    List<Unanswered> unanswered,
    @Nullable String sliceFamily,
    List<MetricResult> metrics,
    @Nullable String metricFamily) {

  public Comparison {
    slices = List.copyOf(slices);
    unanswered = List.copyOf(unanswered);
    metrics = List.copyOf(metrics);
  }

  /**
   * One metric that is not the mean score.
   *
   * @param contrast the arithmetic
   * @param adjusted p adjusted for the family
   * @param verdict what it comes to; a margin counts where the metric is of the scores or these are
   *     shares, and what is missing as in the whole
   * @param answered what it comes to among the samples that both answered, where only what is
   *     missing leaves it undecided; else null
   * @param incomplete samples that were asked on both sides and of which something is missing
   * @param bounds the difference had all that is missing gone against the first side, and for it;
   *     null where nothing is missing or nothing bounds it
   */
  public record MetricResult(
      MetricContrast contrast,
      double adjusted,
      Verdict verdict,
      @Nullable Verdict answered,
      int incomplete,
      Coverage.@Nullable Bounds bounds) {

    /** What the samples that both answered come to, whatever is missing. */
    public Verdict ofAnswered() {
      return answered == null ? verdict : answered;
    }
  }

  /**
   * One slice.
   *
   * @param tag the tag, or {@code kind} or {@code subset}
   * @param value its value
   * @param judged over the pairs that have it; what is missing of it counts as in the whole
   * @param coverage what became of its samples
   * @param amongRead what remains where every answer of both was read; null where all were
   */
  public record SliceResult(
      String tag,
      String value,
      Judged judged,
      Coverage coverage,
      @Nullable AmongRead<Verdict> amongRead) {}

  /**
   * A slice of which no sample has an outcome on both sides: nothing can be compared.
   *
   * @param missing its samples that were asked on both sides
   */
  public record Unanswered(String tag, String value, int missing) {}

  /** What came of it. */
  public Verdict verdict() {
    return overall.verdict();
  }

  /** What came of it among the samples that both answered, whatever is missing. */
  public Verdict ofAnswered() {
    return overall.ofAnswered();
  }

  /** Pairs on which the first side is ahead, or the second. */
  public List<Pair> ahead(boolean ofFirst) {
    int sign = first.scale().sign() * (ofFirst ? 1 : -1);
    return pairing.pairs().stream().filter(pair -> sign * pair.difference() > 0).toList();
  }
}

package assay.reading.scorer;

import assay.core.measure.Descriptor;
import assay.reading.text.TextNormalization;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code 1 / r} where the first item of the answer's list that is a reference stands at place r, 0
 * where none is; items as {@link ListItems}. Its mean is the mean reciprocal rank, and the metrics
 * {@code hit-at-k} count the ranks up to k. Range 0 to 1, more is better; undefined where every
 * reference is empty once normalised.
 */
public final class ReciprocalRankScorer extends TextMeasureScorer {

  public ReciprocalRankScorer() {
    super(
        new Descriptor(
            "reciprocal-rank",
            1,
            "1 / place of the first right item of a list",
            "Voorhees 1999, TREC-8"));
  }

  @Override
  boolean comparable(String reference) {
    return !TextNormalization.plain(reference).isEmpty();
  }

  @Override
  double measure(List<String> references, String answer) {
    Set<String> right = new HashSet<>();
    references.forEach(reference -> right.add(TextNormalization.plain(reference)));
    List<String> items = ListItems.of(answer);
    for (int i = 0; i < items.size(); i++) {
      if (right.contains(items.get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }
}

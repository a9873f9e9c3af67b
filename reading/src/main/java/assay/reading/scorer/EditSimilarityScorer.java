package assay.reading.scorer;

import assay.core.measure.Descriptor;
import assay.reading.similarity.EditDistance;
import java.util.List;

/**
 * {@code 1 − d / max(length)} with Levenshtein's distance d over characters; case and blanks count,
 * outer ones do not. Of several references the best counts. Range 0 to 1, more is better; undefined
 * where every reference is blank, and where the product of the lengths is above {@link
 * EditDistance#MOST_CELLS}.
 */
public final class EditSimilarityScorer extends TextMeasureScorer {

  public EditSimilarityScorer() {
    super(
        new Descriptor(
            "edit-similarity",
            1,
            "1 - Levenshtein distance / longer length, over characters",
            "Levenshtein 1966"));
  }

  @Override
  boolean comparable(String reference) {
    return !reference.isBlank();
  }

  @Override
  double measure(List<String> references, String answer) {
    double best = 0;
    String said = answer.strip();
    for (String reference : references) {
      String wanted = reference.strip();
      if (!EditDistance.fits(wanted, said)) {
        return TOO_LONG;
      }
      best = Math.max(best, EditDistance.similarity(wanted, said));
    }
    return best;
  }
}

package assay.reading.scorer;

import assay.core.measure.Descriptor;
import assay.reading.similarity.Tokens;
import assay.reading.similarity.WordNetSynonyms;
import java.util.List;

/**
 * METEOR by equal words, equal stems and synonyms of WordNet 3.0 ({@link WordNetSynonyms}), the one
 * of most papers that use NLTK. Of several references the best counts. Range 0 to 1, more is
 * better; undefined where no reference holds a word.
 */
public final class MeteorSynonymsScorer extends TextMeasureScorer {

  public MeteorSynonymsScorer() {
    super(
        new Descriptor(
            "meteor-synonyms",
            1,
            "METEOR by equal words, Porter stems and WordNet 3.0's synonyms",
            "Banerjee and Lavie 2005; meteor_score.py of NLTK 3.8"));
  }

  @Override
  boolean comparable(String reference) {
    return !Tokens.words(reference).isEmpty();
  }

  @Override
  double measure(List<String> references, String answer) {
    double best = 0;
    for (String reference : references) {
      best = Math.max(best, WordNetSynonyms.meteor(reference, answer));
    }
    return best;
  }
}

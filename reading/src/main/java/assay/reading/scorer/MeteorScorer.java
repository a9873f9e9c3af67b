package assay.reading.scorer;

import assay.core.measure.Descriptor;
import assay.reading.similarity.Meteor;
import assay.reading.similarity.Tokens;
import java.util.List;

/**
 * METEOR by equal words and equal stems, without synonyms ({@link Meteor}); so it is at most the
 * METEOR of papers that use WordNet, and named apart. Of several references the best counts. Range
 * 0 to 1, more is better; undefined where no reference holds a word.
 */
public final class MeteorScorer extends TextMeasureScorer {

  public MeteorScorer() {
    super(
        new Descriptor(
            "meteor-stems",
            1,
            "METEOR by equal words and Porter stems, no synonyms",
            "Banerjee and Lavie 2005; meteor_score.py of NLTK 3.8, without WordNet"));
  }

  @Override
  boolean comparable(String reference) {
    return !Tokens.words(reference).isEmpty();
  }

  @Override
  double measure(List<String> references, String answer) {
    double best = 0;
    for (String reference : references) {
      best = Math.max(best, Meteor.score(reference, answer));
    }
    return best;
  }
}

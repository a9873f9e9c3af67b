package assay.reading.scorer;

import assay.core.measure.Descriptor;
import assay.reading.similarity.PrecisionRecall;
import assay.reading.similarity.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The words that answer and reference share, each as often as both have it, as SQuAD's evaluation
 * counts them: lower case, ASCII punctuation taken out, articles dropped. Recall is of the
 * reference's words, precision of the answer's, F1 their harmonic mean. Of several references the
 * best counts. Range 0 to 1, more is better; undefined where no reference holds a word.
 */
public final class TokenBagScorer extends TextMeasureScorer {

  private static final String SOURCE =
      "Rajpurkar et al. 2016, arXiv:1606.05250, evaluate-v1.1.py (qa_f1_score of"
          + " github.com/EleutherAI/lm-evaluation-harness, 4e7e0d4)";
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  private final ToDoubleFunction<PrecisionRecall> part;

  private TokenBagScorer(Descriptor descriptor, ToDoubleFunction<PrecisionRecall> part) {
    super(descriptor);
    this.part = part;
  }

  /** {@code token-f1}. */
  public static TokenBagScorer f1() {
    return new TokenBagScorer(
        new Descriptor("token-f1", 1, "F1 of the words shared, SQuAD's normalisation", SOURCE),
        PrecisionRecall::f1);
  }

  /** {@code token-recall}. */
  public static TokenBagScorer recall() {
    return new TokenBagScorer(
        new Descriptor("token-recall", 1, "share of the reference's words in the answer", SOURCE),
        PrecisionRecall::recall);
  }

  /** {@code token-precision}. */
  public static TokenBagScorer precision() {
    return new TokenBagScorer(
        new Descriptor(
            "token-precision", 1, "share of the answer's words in the reference", SOURCE),
        PrecisionRecall::precision);
  }

  @Override
  boolean comparable(String reference) {
    return !words(reference).isEmpty();
  }

  @Override
  double measure(List<String> references, String answer) {
    List<String> said = words(answer);
    double best = 0;
    for (String reference : references) {
      List<String> wanted = words(reference);
      Map<String, Integer> left = new HashMap<>();
      wanted.forEach(word -> left.merge(word, 1, Integer::sum));
      int shared = 0;
      for (String word : said) {
        int count = left.getOrDefault(word, 0);
        if (count > 0) {
          shared++;
          left.put(word, count - 1);
        }
      }
      best =
          Math.max(
              best, part.applyAsDouble(PrecisionRecall.of(shared, said.size(), wanted.size())));
    }
    return best;
  }

  private static List<String> words(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (PUNCTUATION.indexOf(lower.charAt(i)) < 0) {
        kept.append(lower.charAt(i));
      }
    }
    return Tokens.words(kept.toString()).stream().filter(word -> !ARTICLES.contains(word)).toList();
  }
}

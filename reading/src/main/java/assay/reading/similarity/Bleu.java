package assay.reading.similarity;

/**
 * BLEU from its counts, in the ways that differ where an n-gram of some length is not shared at
 * all: {@code BP · exp(Σ log pₙ / N)} with the brevity penalty {@code BP = exp(1 − r/c)} for
 * answers shorter than the reference.
 */
public final class Bleu {

  private static final double SMALL = 1e-9;
  private static final double TINY = 1e-15;
  private static final double EPSILON = 0.1;

  private Bleu() {}

  /**
   * Of MS COCO's caption evaluation: tiny numbers keep every quotient from 0 and from dividing by
   * 0. Source: bleu_scorer.py of github.com/salaniz/pycocoevalcap, ad63453.
   *
   * @param n from 1 to 4
   */
  public static double coco(BleuCounts counts, int n) {
    double product = 1;
    for (int i = 0; i < n; i++) {
      product *= (counts.shared().get(i) + TINY) / (counts.said().get(i) + SMALL);
    }
    double ratio = (counts.words() + TINY) / (counts.referenceWords() + SMALL);
    double bleu = Math.pow(product, 1.0 / n);
    return ratio < 1 ? bleu * Math.exp(1 - 1 / ratio) : bleu;
  }

  /**
   * Of sacreBLEU with its default smoothing {@code exp}: the k-th length that shares nothing counts
   * as {@code 1 / (2^k · total)}. From 0 to 1. Source: bleu.py of github.com/mjpost/sacrebleu,
   * f615c72; Chen and Cherry 2014, method 3.
   *
   * @param effectiveOrder whether lengths that the answer is too short for do not count, as for
   *     single sentences
   */
  public static double sacre(BleuCounts counts, boolean effectiveOrder) {
    if (counts.shared().stream().allMatch(shared -> shared == 0)) {
      return 0;
    }
    double smoothing = 1;
    double logs = 0;
    int order = 0;
    for (int i = 0; i < BleuCounts.ORDER && counts.said().get(i) > 0; i++) {
      double precision = counts.shared().get(i) / (double) counts.said().get(i);
      if (counts.shared().get(i) == 0) {
        smoothing *= 2;
        precision = 1 / (smoothing * counts.said().get(i));
      }
      logs += Math.log(precision);
      order++;
    }
    if (order < BleuCounts.ORDER && !effectiveOrder) {
      return 0;
    }
    return brevity(counts) * Math.exp(logs / order);
  }

  /**
   * Of NLTK with smoothing method 1: a length that shares nothing counts as {@code 0.1 / total}; 0
   * where not even a word is shared. From 0 to 1. Source: bleu_score.py of NLTK 3.8; Chen and
   * Cherry 2014, method 1.
   */
  public static double nltkMethod1(BleuCounts counts) {
    return nltk(counts, EPSILON);
  }

  /** Of NLTK without smoothing: 0 where a length shares nothing. From 0 to 1. */
  public static double plain(BleuCounts counts) {
    return nltk(counts, 0);
  }

  private static double nltk(BleuCounts counts, double epsilon) {
    if (counts.shared().getFirst() == 0) {
      return 0;
    }
    double logs = 0;
    for (int i = 0; i < BleuCounts.ORDER; i++) {
      double shared = counts.shared().get(i);
      if (shared == 0 && epsilon == 0) {
        return 0;
      }
      double counted = shared == 0 ? epsilon : shared;
      logs += Math.log(counted / counts.atLeastOne().get(i)) / BleuCounts.ORDER;
    }
    return brevity(counts) * Math.exp(logs);
  }

  private static double brevity(BleuCounts counts) {
    if (counts.words() == 0) {
      return 0;
    }
    return counts.words() < counts.referenceWords()
        ? Math.exp(1 - (double) counts.referenceWords() / counts.words())
        : 1;
  }
}

package assay.reading.scorer;

import assay.core.measure.Descriptor;
import assay.reading.similarity.CocoRouge;
import assay.reading.similarity.GoogleRouge;
import assay.reading.similarity.PyPiRouge;
import assay.reading.similarity.Subsequence;
import assay.reading.similarity.Tokens;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;

/**
 * ROUGE, in the three ways of counting that go by that name and give different numbers: Google's
 * {@code rouge_score} ({@link GoogleRouge}), PyPI's {@code rouge} ({@link PyPiRouge}) and MS COCO's
 * caption evaluation ({@link CocoRouge}). F-scores; of several references the best counts. Range 0
 * to 1, more is better; undefined where no reference holds a word, and for the measures by
 * subsequence where answer and reference have more than {@link Subsequence#MOST_CELLS} pairs of
 * words.
 */
public final class RougeScorer extends TextMeasureScorer {

  private static final String GOOGLE =
      "Lin 2004; rouge_scorer.py of github.com/google-research/google-research, 0c1bbe5";
  private static final String PYPI =
      "Lin 2004; rouge_score.py of github.com/pltrdy/rouge, c1b90a7 (PyPI rouge 1.0.1)";
  private static final String COCO =
      "Lin 2004; rouge.py of github.com/salaniz/pycocoevalcap, ad63453";

  private final Predicate<String> comparable;
  private final ToDoubleBiFunction<List<String>, String> measure;

  private RougeScorer(
      Descriptor descriptor,
      Predicate<String> comparable,
      ToDoubleBiFunction<List<String>, String> measure) {
    super(descriptor);
    this.comparable = comparable;
    this.measure = measure;
  }

  /** {@code google-rouge-1}, {@code google-rouge-2}: n-grams with clipped counts. */
  public static RougeScorer google(int n) {
    return google(
        "google-rouge-" + n,
        "ROUGE-" + n + " F1 as rouge_score counts it, no stemmer",
        (reference, answer) -> GoogleRouge.n(reference, answer, n).f1());
  }

  /** {@code google-rouge-l}: longest common subsequence of the whole texts. */
  public static RougeScorer googleL() {
    return google(
        "google-rouge-l",
        "ROUGE-L F1 as rouge_score counts it, no stemmer",
        (reference, answer) ->
            Subsequence.fits(Tokens.rouge(reference), Tokens.rouge(answer))
                ? GoogleRouge.l(reference, answer).f1()
                : TOO_LONG);
  }

  /** {@code google-rouge-lsum}: the union of subsequences line by line. */
  public static RougeScorer googleLsum() {
    return google(
        "google-rouge-lsum",
        "ROUGE-Lsum F1 as rouge_score counts it, lines as sentences, no stemmer",
        (reference, answer) ->
            Subsequence.fits(Tokens.rouge(reference), Tokens.rouge(answer))
                ? GoogleRouge.lsum(reference, answer).f1()
                : TOO_LONG);
  }

  /** {@code pypi-rouge-1}, {@code pypi-rouge-2}: distinct n-grams, case and punctuation kept. */
  public static RougeScorer pypi(int n) {
    return pypi(
        "pypi-rouge-" + n,
        "ROUGE-" + n + " F as PyPI's rouge counts it: distinct n-grams, case kept",
        (reference, answer) -> PyPiRouge.f(PyPiRouge.n(reference, answer, n)));
  }

  /** {@code pypi-rouge-l}: the union of subsequences against the numbers of distinct words. */
  public static RougeScorer pypiL() {
    return pypi(
        "pypi-rouge-l",
        "ROUGE-L F as PyPI's rouge counts it: union over sentences, distinct words",
        (reference, answer) ->
            Subsequence.fits(Tokens.atBlanks(reference), Tokens.atBlanks(answer))
                ? PyPiRouge.f(PyPiRouge.l(reference, answer))
                : TOO_LONG);
  }

  /** {@code coco-rouge-l}: F with β = 1.2, best precision and best recall taken apart. */
  public static RougeScorer cocoL() {
    return new RougeScorer(
        new Descriptor("coco-rouge-l", 1, "ROUGE-L F1.2 as MS COCO counts it", COCO),
        reference -> !Tokens.words(reference).isEmpty(),
        (references, answer) -> {
          for (String reference : references) {
            if (!Subsequence.fits(Tokens.atBlanks(reference), Tokens.atBlanks(answer))) {
              return TOO_LONG;
            }
          }
          return CocoRouge.l(references, answer);
        });
  }

  private static RougeScorer google(
      String name, String title, ToDoubleBiFunction<String, String> measure) {
    return new RougeScorer(
        new Descriptor(name, 1, title, GOOGLE),
        reference -> !Tokens.rouge(reference).isEmpty(),
        (references, answer) -> best(references, answer, measure));
  }

  private static RougeScorer pypi(
      String name, String title, ToDoubleBiFunction<String, String> measure) {
    return new RougeScorer(
        new Descriptor(name, 1, title, PYPI),
        PyPiRouge::holdsSentence,
        (references, answer) ->
            PyPiRouge.holdsSentence(answer) ? best(references, answer, measure) : 0);
  }

  private static double best(
      List<String> references, String answer, ToDoubleBiFunction<String, String> measure) {
    double best = 0;
    for (String reference : references) {
      double value = measure.applyAsDouble(reference, answer);
      if (Double.isNaN(value)) {
        return TOO_LONG;
      }
      best = Math.max(best, value);
    }
    return best;
  }

  @Override
  boolean comparable(String reference) {
    return comparable.test(reference);
  }

  @Override
  double measure(List<String> references, String answer) {
    return measure.applyAsDouble(references, answer);
  }
}

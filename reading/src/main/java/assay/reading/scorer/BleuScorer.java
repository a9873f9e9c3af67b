package assay.reading.scorer;

import assay.core.measure.Descriptor;
import assay.reading.similarity.Bleu;
import assay.reading.similarity.BleuCounts;
import assay.reading.similarity.Tokens;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * BLEU-4 of a single answer, where the smoothing decides much and is therefore part of the name;
 * the mean over answers is not the BLEU of a corpus, see {@code assay.reading.corpus.CorpusBleu}.
 * Range 0 to 1, more is better; undefined where no reference holds a word.
 */
public final class BleuScorer extends TextMeasureScorer {

  private final Function<String, List<String>> words;
  private final ToDoubleFunction<BleuCounts> formula;

  private BleuScorer(
      Descriptor descriptor,
      Function<String, List<String>> words,
      ToDoubleFunction<BleuCounts> formula) {
    super(descriptor);
    this.words = words;
    this.formula = formula;
  }

  /** {@code bleu-nltk-method1}: words at white space, a count of 0 taken as 0.1. */
  public static BleuScorer nltkMethod1() {
    return new BleuScorer(
        new Descriptor(
            "bleu-nltk-method1",
            1,
            "BLEU-4 of a sentence as NLTK counts it with smoothing method 1",
            "Chen and Cherry 2014; bleu_score.py of NLTK 3.8"),
        Tokens::words,
        Bleu::nltkMethod1);
  }

  /** {@code bleu-sacre-exp}: words of 13a, smoothing exp, effective order. */
  public static BleuScorer sacreExp() {
    return new BleuScorer(
        new Descriptor(
            "bleu-sacre-exp",
            1,
            "BLEU of a sentence as sacreBLEU counts it: 13a, smoothing exp, effective order",
            "Post 2018; bleu.py of github.com/mjpost/sacrebleu, f615c72"),
        Tokens::mteval13a,
        counts -> Bleu.sacre(counts, true));
  }

  @Override
  boolean comparable(String reference) {
    return !words.apply(reference).isEmpty();
  }

  @Override
  double measure(List<String> references, String answer) {
    return formula.applyAsDouble(
        BleuCounts.of(words.apply(answer), references.stream().map(words).toList()));
  }
}

package assay.reading.corpus;

import assay.core.measure.Descriptor;
import assay.core.measure.ScoreRange;
import assay.reading.similarity.Bleu;
import assay.reading.similarity.BleuCounts;
import assay.reading.similarity.Tokens;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * BLEU of a corpus: counts are summed over all answers before anything is divided. Range 0 to 1,
 * more is better; undefined over nothing. The variants differ in words and in smoothing, see {@link
 * Bleu}.
 */
public final class CorpusBleu implements CorpusMeasure {

  private final Descriptor descriptor;
  private final Function<String, List<String>> words;
  private final ToDoubleFunction<BleuCounts> formula;

  private CorpusBleu(
      Descriptor descriptor,
      Function<String, List<String>> words,
      ToDoubleFunction<BleuCounts> formula) {
    this.descriptor = descriptor;
    this.words = words;
    this.formula = formula;
  }

  /**
   * {@code coco-bleu-1} to {@code coco-bleu-4}: as MS COCO's caption evaluation, words at white
   * space, which most papers on radiology reports use.
   *
   * @param n from 1 to 4
   */
  public static CorpusBleu coco(int n) {
    return new CorpusBleu(
        new Descriptor(
            "coco-bleu-" + n,
            1,
            "BLEU-" + n + " of a corpus as MS COCO's caption evaluation counts it",
            "Papineni et al. 2002; bleu_scorer.py of github.com/salaniz/pycocoevalcap, ad63453"),
        Tokens::words,
        counts -> Bleu.coco(counts, n));
  }

  /** {@code sacrebleu}: words of {@code 13a}, smoothing {@code exp}. */
  public static CorpusBleu sacre() {
    return new CorpusBleu(
        new Descriptor(
            "sacrebleu",
            1,
            "BLEU of a corpus as sacreBLEU counts it (13a, smoothing exp), from 0 to 1",
            "Post 2018; bleu.py of github.com/mjpost/sacrebleu, f615c72"),
        Tokens::mteval13a,
        counts -> Bleu.sacre(counts, false));
  }

  /** {@code nltk-corpus-bleu}: words at white space, no smoothing. */
  public static CorpusBleu nltk() {
    return new CorpusBleu(
        new Descriptor(
            "nltk-corpus-bleu",
            1,
            "BLEU-4 of a corpus as NLTK counts it, without smoothing",
            "Papineni et al. 2002; bleu_score.py of NLTK 3.8"),
        Tokens::words,
        Bleu::plain);
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public ScoreRange range() {
    return ScoreRange.UNIT;
  }

  @Override
  public Accumulator start() {
    return new Counts(this);
  }

  @Override
  public Sums sums() {
    return new Sums() {
      @Override
      public double[] of(String answer, List<String> references) {
        return Arrays.stream(counts(answer, references).toArray()).asDoubleStream().toArray();
      }

      @Override
      public double value(double[] summed) {
        long[] counts = Arrays.stream(summed).mapToLong(Math::round).toArray();
        return formula.applyAsDouble(BleuCounts.of(counts));
      }
    };
  }

  /** The same whatever the corpus: BLEU learns nothing of it. */
  @Override
  public Sums sumsWithin(Collection<List<String>> corpus) {
    return sums();
  }

  private BleuCounts counts(String answer, List<String> references) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException("an answer without a reference");
    }
    return BleuCounts.of(words.apply(answer), references.stream().map(words).toList());
  }

  private static final class Counts implements Accumulator {
    private final CorpusBleu measure;
    private BleuCounts counts = BleuCounts.NONE;
    private boolean any;

    Counts(CorpusBleu measure) {
      this.measure = measure;
    }

    @Override
    public void add(String answer, List<String> references) {
      counts = counts.plus(measure.counts(answer, references));
      any = true;
    }

    @Override
    public void merge(Accumulator other) {
      if (!(other instanceof Counts added) || added.measure.formula != measure.formula) {
        throw new IllegalArgumentException(
            "a sum of another measure: " + other.getClass().getName());
      }
      counts = counts.plus(added.counts);
      any |= added.any;
    }

    @Override
    public OptionalDouble result() {
      return any
          ? OptionalDouble.of(measure.formula.applyAsDouble(counts))
          : OptionalDouble.empty();
    }
  }
}

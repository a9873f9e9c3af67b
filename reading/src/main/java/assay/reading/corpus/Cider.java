package assay.reading.corpus;

import assay.core.measure.Descriptor;
import assay.core.measure.ScoreRange;
import assay.reading.metric.ExactSum;
import assay.reading.similarity.NGrams;
import assay.reading.similarity.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/**
 * CIDEr-D as MS COCO's caption evaluation counts it under the name CIDEr: for n-grams of 1 to 4
 * words, vectors of {@code count · (log N − log max(1, df))}, where {@code df} is the number of the
 * corpus' N items whose references hold the n-gram; the product of answer and reference with counts
 * clipped to the reference's, over the product of their lengths, times {@code exp(−δ²/2σ²)} with σ
 * = 6 and δ the difference in length; the mean over n and references, times 10, and the mean over
 * items. Range 0 to 10, more is better; undefined over nothing; 0 for a corpus of one item, in
 * which no n-gram tells anything.
 */
public final class Cider implements CorpusMeasure {

  private static final int ORDER = 4;
  private static final double SIGMA = 6;

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "cider",
          1,
          "CIDEr-D of a corpus as MS COCO's caption evaluation counts it",
          "Vedantam et al. 2015, arXiv:1411.5726; cider_scorer.py of github.com/salaniz/pycocoevalcap,"
              + " ad63453");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public ScoreRange range() {
    return new ScoreRange(0, 10);
  }

  @Override
  public Accumulator start() {
    return new Items();
  }

  /**
   * With document frequencies fixed as those of the given corpus: an answer's own CIDEr-D, and a 1
   * to count it. The value is the mean.
   */
  @Override
  public Sums sumsWithin(Collection<List<String>> corpus) {
    Rarity rarity = new Rarity();
    corpus.forEach(references -> rarity.add(counts(references)));
    return new Sums() {
      @Override
      public double[] of(String answer, List<String> references) {
        return new double[] {rarity.score(item(answer, references)), 1};
      }

      @Override
      public double value(double[] summed) {
        return summed[0] / summed[1];
      }

      @Override
      public boolean isMean() {
        return true;
      }
    };
  }

  private record Item(
      List<SequencedMap<List<String>, Integer>> answer,
      List<List<SequencedMap<List<String>, Integer>>> references) {}

  private static Item item(String answer, List<String> references) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException("an answer without a reference");
    }
    return new Item(counts(answer), counts(references));
  }

  private static List<List<SequencedMap<List<String>, Integer>>> counts(List<String> references) {
    return references.stream().map(Cider::counts).toList();
  }

  private static List<SequencedMap<List<String>, Integer>> counts(String text) {
    List<String> words = Tokens.words(text);
    List<SequencedMap<List<String>, Integer>> counts = new ArrayList<>();
    for (int n = 1; n <= ORDER; n++) {
      counts.add(NGrams.counts(words, n));
    }
    return counts;
  }

  private static final class Items implements Accumulator {
    private final List<Item> items = new ArrayList<>();
    private final Rarity rarity = new Rarity();

    @Override
    public void add(String answer, List<String> references) {
      Item item = item(answer, references);
      items.add(item);
      rarity.add(item.references());
    }

    @Override
    public void merge(Accumulator other) {
      if (!(other instanceof Items added)) {
        throw new IllegalArgumentException(
            "a sum of another measure: " + other.getClass().getName());
      }
      items.addAll(added.items);
      rarity.merge(added.rarity);
    }

    @Override
    public OptionalDouble result() {
      if (items.isEmpty()) {
        return OptionalDouble.empty();
      }
      ExactSum sum = new ExactSum();
      items.forEach(item -> sum.add(rarity.score(item)));
      return OptionalDouble.of(sum.value() / items.size());
    }
  }

  /**
   * In how many items of a corpus the references hold an n-gram, and what answers come to by it.
   */
  private static final class Rarity {
    private final Map<List<String>, Integer> itemsWith = new HashMap<>();
    private int items;

    void add(List<List<SequencedMap<List<String>, Integer>>> references) {
      items++;
      references.stream()
          .flatMap(List::stream)
          .flatMap(counts -> counts.keySet().stream())
          .distinct()
          .forEach(ngram -> itemsWith.merge(ngram, 1, Integer::sum));
    }

    void merge(Rarity other) {
      items += other.items;
      other.itemsWith.forEach((ngram, count) -> itemsWith.merge(ngram, count, Integer::sum));
    }

    double score(Item item) {
      double[] byOrder = new double[ORDER];
      for (List<SequencedMap<List<String>, Integer>> reference : item.references()) {
        double distance = length(item.answer()) - length(reference);
        double near = Math.exp(-(distance * distance) / (2 * SIGMA * SIGMA));
        for (int i = 0; i < ORDER; i++) {
          byOrder[i] += similarity(item.answer().get(i), reference.get(i)) * near;
        }
      }
      double sum = 0;
      for (double value : byOrder) {
        sum += value;
      }
      return 10 * sum / ORDER / item.references().size();
    }

    private double similarity(
        SequencedMap<List<String>, Integer> answer, SequencedMap<List<String>, Integer> reference) {
      double product = 0;
      double answerSquares = 0;
      for (var entry : answer.entrySet()) {
        double weight = weight(entry.getKey());
        double said = entry.getValue() * weight;
        double wanted = reference.getOrDefault(entry.getKey(), 0) * weight;
        product += Math.min(said, wanted) * wanted;
        answerSquares += said * said;
      }
      double referenceSquares = 0;
      for (var entry : reference.entrySet()) {
        double wanted = entry.getValue() * weight(entry.getKey());
        referenceSquares += wanted * wanted;
      }
      double lengths = Math.sqrt(answerSquares) * Math.sqrt(referenceSquares);
      return lengths == 0 ? product : product / lengths;
    }

    private double weight(List<String> ngram) {
      return Math.log(items) - Math.log(Math.max(1, itemsWith.getOrDefault(ngram, 0)));
    }

    /** What the original calls the length: the number of runs of two words. */
    private static double length(List<SequencedMap<List<String>, Integer>> counts) {
      return counts.get(1).values().stream().mapToInt(Integer::intValue).sum();
    }
  }
}

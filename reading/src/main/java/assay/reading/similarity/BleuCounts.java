package assay.reading.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What BLEU is made of (Papineni et al. 2002), for one answer or summed over many: of the n-grams
 * of the answer those that a reference holds too, clipped to the reference that has most of them.
 *
 * @param shared by n − 1
 * @param said n-grams of the answer, by n − 1
 * @param words words of the answers
 * @param referenceWords words of the references closest in length, the shorter of two as close
 * @param atLeastOne n-grams of the answers, each answer's counted as 1 where it has none, as NLTK
 *     does
 */
public record BleuCounts(
    List<Long> shared, List<Long> said, long words, long referenceWords, List<Long> atLeastOne) {

  /** The longest n-grams counted. */
  public static final int ORDER = 4;

  /** Nothing counted yet. */
  public static final BleuCounts NONE =
      new BleuCounts(
          List.of(0L, 0L, 0L, 0L), List.of(0L, 0L, 0L, 0L), 0, 0, List.of(0L, 0L, 0L, 0L));

  public BleuCounts {
    shared = List.copyOf(shared);
    said = List.copyOf(said);
    atLeastOne = List.copyOf(atLeastOne);
  }

  /** Counts of one answer; there must be a reference. */
  public static BleuCounts of(List<String> answer, List<List<String>> references) {
    List<Long> shared = new ArrayList<>();
    List<Long> said = new ArrayList<>();
    List<Long> atLeastOne = new ArrayList<>();
    for (int n = 1; n <= ORDER; n++) {
      Map<List<String>, Integer> most = new HashMap<>();
      for (List<String> reference : references) {
        NGrams.counts(reference, n).forEach((ngram, count) -> most.merge(ngram, count, Math::max));
      }
      long clipped = 0;
      for (var entry : NGrams.counts(answer, n).entrySet()) {
        clipped += Math.min(entry.getValue(), most.getOrDefault(entry.getKey(), 0));
      }
      shared.add(clipped);
      said.add((long) Math.max(0, answer.size() - n + 1));
      atLeastOne.add((long) Math.max(1, answer.size() - n + 1));
    }
    return new BleuCounts(shared, said, answer.size(), closest(answer, references), atLeastOne);
  }

  /** Counts from what {@link #toArray} gave, or from a sum of such. */
  public static BleuCounts of(long[] numbers) {
    List<Long> all = Arrays.stream(numbers).boxed().toList();
    return new BleuCounts(
        all.subList(0, ORDER),
        all.subList(ORDER, 2 * ORDER),
        numbers[3 * ORDER],
        numbers[3 * ORDER + 1],
        all.subList(2 * ORDER, 3 * ORDER));
  }

  /** All counts in a row, to be summed place by place. */
  public long[] toArray() {
    return LongStream.concat(
            Stream.of(shared, said, atLeastOne).flatMap(List::stream).mapToLong(Long::longValue),
            LongStream.of(words, referenceWords))
        .toArray();
  }

  /** The sum of two counts. */
  public BleuCounts plus(BleuCounts other) {
    return new BleuCounts(
        sum(shared, other.shared),
        sum(said, other.said),
        words + other.words,
        referenceWords + other.referenceWords,
        sum(atLeastOne, other.atLeastOne));
  }

  private static long closest(List<String> answer, List<List<String>> references) {
    long best = references.getFirst().size();
    for (List<String> reference : references) {
      long length = reference.size();
      long away = Math.abs(length - answer.size());
      long bestAway = Math.abs(best - answer.size());
      if (away < bestAway || (away == bestAway && length < best)) {
        best = length;
      }
    }
    return best;
  }

  private static List<Long> sum(List<Long> one, List<Long> other) {
    List<Long> sum = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      sum.add(one.get(i) + other.get(i));
    }
    return sum;
  }
}

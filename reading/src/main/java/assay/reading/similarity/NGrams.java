package assay.reading.similarity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Runs of n words and how often each occurs. */
public final class NGrams {

  private NGrams() {}

  /** How often each run of {@code n} words occurs, in the order of first occurrence. */
  public static SequencedMap<List<String>, Integer> counts(List<String> words, int n) {
    SequencedMap<List<String>, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i + n <= words.size(); i++) {
      counts.merge(List.copyOf(words.subList(i, i + n)), 1, Integer::sum);
    }
    return counts;
  }

  /** How many runs two texts share, each counted as often as it occurs in both. */
  public static long shared(
      SequencedMap<List<String>, Integer> one, SequencedMap<List<String>, Integer> other) {
    long shared = 0;
    for (var entry : one.entrySet()) {
      shared += Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0));
    }
    return shared;
  }
}

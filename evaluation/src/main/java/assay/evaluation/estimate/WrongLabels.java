package assay.evaluation.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an answer that is missing could have been at its worst, for a metric over classes: none that
 * can be read, or a wrong label, which besides counts against the class it names. Every missing
 * answer is given the same, in turn: none, and each of the labels, the next one where that is
 * right; of more than 12 labels the 12 most frequent.
 */
public final class WrongLabels {

  private static final int MOST = 12;

  private final List<String> labels;

  /**
   * Of labels.
   *
   * @param counts how often each was asked for or answered
   */
  public WrongLabels(Map<String, Integer> counts) {
    SequencedMap<String, Integer> sorted = new TreeMap<>(counts);
    this.labels =
        sorted.entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<String, Integer> one) -> -one.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST)
            .map(Map.Entry::getKey)
            .toList();
  }

  /** One of the ways, for every missing answer. */
  @FunctionalInterface
  public interface Filling {
    /** The label given to a question of this one; null for none. */
    @Nullable String to(@Nullable String expected);
  }

  /** All ways; the first gives none. */
  public List<Filling> fillings() {
    List<Filling> all = new ArrayList<>();
    all.add(expected -> null);
    if (labels.size() > 1) {
      for (int i = 0; i < labels.size(); i++) {
        String label = labels.get(i);
        String next = labels.get((i + 1) % labels.size());
        all.add(expected -> label.equals(expected) ? next : label);
      }
    }
    return all;
  }
}

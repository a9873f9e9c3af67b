package assay.evaluation.difference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * What the questions of one run ask. A line that stands in more than half of several questions is
 * an instruction, and says nothing of which question it is.
 */
final class Stems {

  private final SequencedMap<String, Stem> byId = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  Stems(Side side) {
    side.asked()
        .forEach(
            (id, asked) -> {
              Stem stem = Stem.of(asked.question(), asked.options());
              byId.put(id, stem);
              stem.lines().forEach(line -> counts.merge(line, 1, Integer::sum));
            });
  }

  /** The ids in the run's order. */
  Iterable<String> ids() {
    return byId.sequencedKeySet();
  }

  Stem of(String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  boolean has(String id) {
    return byId.containsKey(id);
  }

  /** Whether instructions cannot be told from the question, there being no other to compare. */
  boolean isSingle() {
    return byId.size() == 1;
  }

  /** The lines that ask: all but instructions. */
  List<String> asking(String id) {
    return of(id).lines().stream().filter(line -> !isInstruction(line)).toList();
  }

  private boolean isInstruction(String line) {
    int count = counts.getOrDefault(line, 0);
    return count > 1 && 2 * count > byId.size();
  }

  /** Lines that no other question of the run has, the longest first. */
  List<String> own(String id) {
    return of(id).lines().stream()
        .filter(line -> counts.getOrDefault(line, 0) == 1)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /** The words by which a question is known, each with how often it stands there. */
  Map<String, Integer> words(String id) {
    List<String> own = own(id);
    Map<String, Integer> words = new HashMap<>();
    for (String line : own.isEmpty() ? asking(id) : own) {
      Arrays.stream(line.split("[^\\p{L}\\p{N}\\p{M}]+"))
          .filter(word -> !word.isEmpty())
          .forEach(word -> words.merge(word, 1, Integer::sum));
    }
    return words;
  }

  /** Ids by what one question alone has of a kind. */
  Map<String, String> unique(Function<String, List<String>> keys) {
    Map<String, Optional<String>> found = new HashMap<>();
    for (String id : byId.keySet()) {
      for (String key : keys.apply(id)) {
        found.merge(key, Optional.of(id), (one, other) -> Optional.empty());
      }
    }
    Map<String, String> unique = new HashMap<>();
    found.forEach((key, id) -> id.ifPresent(only -> unique.put(key, only)));
    return unique;
  }
}

package assay.evaluation.difference;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Which question of one run is which of another: of one benchmark, by id; else by id where one
 * question's words hold the other's, and besides by the longest line that no other question of
 * either run has.
 */
final class QuestionMatch {

  private static final int SHORTEST_LINE = 20;

  private QuestionMatch() {}

  /** Ids of the second run by those of the first, in the first's order; each at most once. */
  static SequencedMap<String, String> of(Side first, Side second, boolean sameBenchmark) {
    SequencedMap<String, String> pairs = new LinkedHashMap<>();
    Map<String, String> taken = new HashMap<>();
    for (var one : first.asked().entrySet()) {
      Side.@Nullable Asked other = second.asked().get(one.getKey());
      if (other != null
          && (sameBenchmark || related(one.getValue().question(), other.question()))) {
        pairs.put(one.getKey(), one.getKey());
        taken.put(one.getKey(), one.getKey());
      }
    }
    if (sameBenchmark) {
      return pairs;
    }
    Map<String, String> lines = uniqueLines(second);
    Map<String, String> own = uniqueLines(first);
    SequencedMap<String, String> all = new LinkedHashMap<>();
    for (var one : first.asked().entrySet()) {
      String id = one.getKey();
      String match = pairs.get(id);
      if (match == null) {
        match =
            lines(one.getValue().question()).stream()
                .filter(line -> id.equals(own.get(line)))
                .map(lines::get)
                .filter(other -> other != null && !taken.containsKey(other))
                .findFirst()
                .orElse(null);
      }
      if (match != null) {
        all.put(id, match);
        taken.put(match, id);
      }
    }
    return all;
  }

  private static boolean related(String one, String other) {
    String a = plain(one);
    String b = plain(other);
    return a.contains(b) || b.contains(a);
  }

  /** Lines that one question alone has, with its id. */
  private static Map<String, String> uniqueLines(Side side) {
    Map<String, String> lines = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    side.asked()
        .forEach(
            (id, asked) ->
                lines(asked.question())
                    .forEach(
                        line -> {
                          lines.put(line, id);
                          counts.merge(line, 1, Integer::sum);
                        }));
    lines.keySet().removeIf(line -> counts.getOrDefault(line, 0) != 1);
    return lines;
  }

  /** Lines that are long enough, the longest first. */
  private static List<String> lines(String question) {
    return question
        .lines()
        .map(QuestionMatch::plain)
        .filter(line -> line.length() >= SHORTEST_LINE)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}

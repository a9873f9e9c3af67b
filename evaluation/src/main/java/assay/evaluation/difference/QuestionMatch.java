package assay.evaluation.difference;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Which question of one run is which of another. Of one benchmark the id says it. Else questions
 * are the same where what they ask agrees; neither a line of options nor an instruction, which
 * stands in most questions of a run, makes them the same:
 *
 * <ol>
 *   <li>by id, where the words agree. Where they do for most ids that both runs have, ids name
 *       questions, and no others are the same;
 *   <li>else by all lines that ask and all options, then by all lines that ask, then by the longest
 *       line, where no other question of its run has them and the words agree.
 * </ol>
 *
 * <p>Words agree where all words of one question, those of its lines that no other question of its
 * run has, stand in the other; or where both have such a line and of their words half, where
 * options are known of both, nine in ten else. Where a run has one question alone, whose
 * instructions cannot be told, a line is not enough, unless options say as much. Questions of which
 * half the options or fewer are the same are not the same.
 */
final class QuestionMatch {

  /** Fewer characters than these may ask anything. */
  private static final int SHORTEST = 20;

  private static final double MOST_WORDS = 0.9;
  private static final double HALF = 0.5;

  private final Stems first;
  private final Stems second;
  private final SequencedMap<String, String> pairs = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  private QuestionMatch(Stems first, Stems second) {
    this.first = first;
    this.second = second;
  }

  /** Ids of the second run by those of the first, in the first's order; each at most once. */
  static SequencedMap<String, String> of(Side first, Side second, boolean sameBenchmark) {
    SequencedMap<String, String> pairs = new LinkedHashMap<>();
    if (sameBenchmark) {
      first.asked().keySet().stream()
          .filter(second.asked()::containsKey)
          .forEach(id -> pairs.put(id, id));
      return pairs;
    }
    Map<String, String> found = new QuestionMatch(new Stems(first), new Stems(second)).find();
    for (String id : first.asked().keySet()) {
      String other = found.get(id);
      if (other != null) {
        pairs.put(id, other);
      }
    }
    return pairs;
  }

  private Map<String, String> find() {
    if (!byId()) {
      by(QuestionMatch::whole);
      by(QuestionMatch::asking);
      by((stems, id) -> longEnough(stems.own(id)));
    }
    return pairs;
  }

  /** Matches by id; says whether ids name questions. */
  private boolean byId() {
    int both = 0;
    for (String id : first.ids()) {
      if (second.has(id)) {
        both++;
        if (agree(id, id)) {
          pair(id, id);
        }
      }
    }
    return 2 * pairs.size() > both;
  }

  private void by(BiFunction<Stems, String, List<String>> keys) {
    Map<String, String> own = first.unique(id -> keys.apply(first, id));
    Map<String, String> others = second.unique(id -> keys.apply(second, id));
    for (String id : first.ids()) {
      if (pairs.containsKey(id)) {
        continue;
      }
      keys.apply(first, id).stream()
          .filter(key -> id.equals(own.get(key)))
          .map(others::get)
          .distinct()
          .filter(other -> other != null && !taken.contains(other) && agree(id, other))
          .findFirst()
          .ifPresent(other -> pair(id, other));
    }
  }

  private void pair(String id, String other) {
    pairs.put(id, other);
    taken.add(other);
  }

  private static List<String> whole(Stems stems, String id) {
    return stems.of(id).options().isEmpty() || stems.asking(id).isEmpty()
        ? List.of()
        : longEnough(
            List.of(
                String.join("\n", stems.asking(id))
                    + "\n\n"
                    + String.join("\n", stems.of(id).options())));
  }

  private static List<String> asking(Stems stems, String id) {
    return longEnough(List.of(String.join("\n", stems.asking(id))));
  }

  private static List<String> longEnough(List<String> keys) {
    return keys.stream().filter(key -> key.length() >= SHORTEST).toList();
  }

  private boolean agree(String id, String otherId) {
    Stem one = first.of(id);
    Stem other = second.of(otherId);
    if (one.contradicts(other)) {
      return false;
    }
    double common = common(first.words(id), second.words(otherId));
    if (common == 1 || !shareLine(id, otherId)) {
      return common == 1;
    }
    boolean options = !one.options().isEmpty() && !other.options().isEmpty();
    boolean single = first.isSingle() || second.isSingle();
    if (single) {
      return options && one.options().equals(other.options()) && telling(one);
    }
    return common >= (options ? HALF : MOST_WORDS);
  }

  private boolean shareLine(String id, String otherId) {
    Set<String> others = new HashSet<>(second.own(otherId));
    return longEnough(first.own(id)).stream().anyMatch(others::contains);
  }

  /** Whether options are more than yes, no and the like. */
  private static boolean telling(Stem stem) {
    return stem.options().stream().mapToInt(String::length).sum() >= SHORTEST;
  }

  /**
   * The share of the words of the shorter question that stand in the other; 1 where it has none.
   */
  private static double common(Map<String, Integer> one, Map<String, Integer> other) {
    int least =
        Math.min(
            one.values().stream().mapToInt(Integer::intValue).sum(),
            other.values().stream().mapToInt(Integer::intValue).sum());
    int common = 0;
    for (var word : one.entrySet()) {
      common += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
    }
    return least == 0 ? 1 : (double) common / least;
  }
}

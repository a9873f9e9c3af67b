package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a log writes which option is right, found over all its questions: the form in which every
 * question's right answer means an option. Where forms differ ("2" is the text of one option and
 * the position of another), what the log scored decides: a reply that it calls right must be the
 * right option, one that it calls wrong must not. Memory does not grow with the log.
 */
final class GoldSurvey {

  private record Pair(GoldForm one, GoldForm other) {}

  private final Set<GoldForm> fitting = EnumSet.allOf(GoldForm.class);
  private final Set<Pair> differing = new HashSet<>();
  private final Set<Pair> contradicted = new HashSet<>();
  private @Nullable GoldForm said;
  private @Nullable Problem doubt;

  /** Looks at a question; its options may be those that its prompt lists. */
  void add(LoggedTrial trial, SequencedMap<String, String> options) {
    Map<GoldForm, NavigableSet<String>> keys = new EnumMap<>(GoldForm.class);
    for (GoldForm form : GoldForm.values()) {
      LoggedGold.keys(trial.gold(), options, form).ifPresent(found -> keys.put(form, found));
    }
    if (keys.isEmpty()) {
      return; // no question of choice
    }
    said = trial.right().form() == null ? said : trial.right().form();
    fitting.retainAll(keys.keySet());
    keys.forEach(
        (form, right) ->
            keys.forEach(
                (other, otherwise) -> {
                  if (!right.equals(otherwise)) {
                    differing.add(new Pair(form, other));
                    if (contradicts(trial, options, right)) {
                      contradicted.add(new Pair(form, other));
                    }
                    doubt = doubt == null ? doubt(trial, keys) : doubt;
                  }
                }));
  }

  /** Whether the log's score of what it read cannot be if these are the right options. */
  private static boolean contradicts(
      LoggedTrial trial, SequencedMap<String, String> options, NavigableSet<String> right) {
    String read = trial.verdict().reading();
    Double score = trial.verdict().score();
    if (read == null || score == null || (score != 0 && score != 1)) {
      return false;
    }
    String key = GoldForm.KEY.key(read, options).orElse(null);
    return key != null && right.contains(key) != (score == 1);
  }

  private static Problem doubt(LoggedTrial trial, Map<GoldForm, NavigableSet<String>> keys) {
    List<String> readings = new ArrayList<>();
    keys.forEach((form, right) -> readings.add(form.words() + " " + String.join(", ", right)));
    return Problem.of(
            "what the log calls right, "
                + trial.gold()
                + ", can be "
                + String.join(", or ", readings)
                + ", and what it scored does not tell which")
        .at(trial.place())
        .expected("right answers that mean one option each")
        .remedy("with a description of the benchmark the log is a recording of it: assay run");
  }

  /**
   * The form of the log's right answers; empty where questions differ in it.
   *
   * @throws AssayException if the right option of a question cannot be told
   */
  Optional<GoldForm> form() {
    List<GoldForm> left = fitting.stream().filter(form -> !isRefuted(form)).toList();
    if (left.isEmpty() && doubt == null) {
      return Optional.empty();
    }
    if (!left.isEmpty() && isIn(differing, left.getFirst(), left)) {
      GoldForm declared = said;
      if (declared != null && left.contains(declared) && !isIn(contradicted, declared, left)) {
        return Optional.of(declared);
      }
    } else if (!left.isEmpty()) {
      return Optional.of(left.getFirst());
    }
    throw AssayException.data(Objects.requireNonNull(doubt));
  }

  private static boolean isIn(Set<Pair> pairs, GoldForm form, List<GoldForm> others) {
    return others.stream().anyMatch(other -> pairs.contains(new Pair(form, other)));
  }

  /** Scores speak against it, and for another. */
  private boolean isRefuted(GoldForm form) {
    return fitting.stream()
        .anyMatch(
            other ->
                contradicted.contains(new Pair(form, other))
                    && !contradicted.contains(new Pair(other, form)));
  }

  /**
   * The keys of a question's right options.
   *
   * @param form as found; null where questions differ in it
   */
  static NavigableSet<String> keys(
      LoggedTrial trial, SequencedMap<String, String> options, @Nullable GoldForm form) {
    NavigableSet<String> keys = new TreeSet<>();
    for (GoldForm one : form == null ? GoldForm.values() : new GoldForm[] {form}) {
      if (keys.isEmpty()) {
        LoggedGold.keys(trial.gold(), options, one).ifPresent(keys::addAll);
      }
    }
    return keys;
  }
}

package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who answered in logs, and which of them is wanted. */
final class LogSystems {

  private final SequencedMap<String, List<Path>> files = new LinkedHashMap<>();
  private final SequencedSet<String> said = new LinkedHashSet<>();

  /**
   * One reader.
   *
   * @param name its name in results
   * @param holds whether a log's trial is its own, by who the log says has answered
   */
  record Chosen(String name, Predicate<String> holds) {}

  static LogSystems of(List<HarnessLog> logs) {
    LogSystems systems = new LogSystems();
    for (HarnessLog log : logs) {
      SequencedSet<String> names = log.systems();
      names.forEach(
          name -> systems.files.computeIfAbsent(name, n -> new ArrayList<>()).add(log.path()));
      if (log.saysSystem()) {
        systems.said.addAll(names);
      }
    }
    return systems;
  }

  /** The files of each, in order. */
  SequencedMap<String, List<Path>> files() {
    return files;
  }

  /**
   * The one reader that is meant. A name chooses among several that the logs tell apart; where they
   * tell of one at most, it says what that one is called.
   *
   * @param wanted a name, or null where there is one alone
   * @throws AssayException if there are several and none is named, or there is none of that name
   */
  Chosen choose(@Nullable String wanted) {
    if (wanted != null && said.size() <= 1) {
      return new Chosen(wanted, any -> true);
    }
    if (wanted == null && files.size() == 1) {
      return new Chosen(files.firstEntry().getKey(), any -> true);
    }
    if (wanted != null && files.containsKey(wanted)) {
      return new Chosen(wanted, wanted::equals);
    }
    throw AssayException.usage(
        Problem.of(
                wanted == null
                    ? "the logs hold answers of " + files.size() + " systems"
                    : "the logs hold no answer of '" + wanted + "'")
            .at(files.firstEntry().getValue().getFirst().toString())
            .expected("one of " + String.join(", ", files.sequencedKeySet()))
            .remedy(
                "choose one by its name: recorded:FILE,system=NAME, or assay import --system NAME"));
  }
}

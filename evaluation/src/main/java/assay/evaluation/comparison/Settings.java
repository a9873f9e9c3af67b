package assay.evaluation.comparison;

import assay.core.benchmark.Benchmark;
import assay.core.benchmark.Prompt;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.SnapshotRows;
import assay.evaluation.store.StatedRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What decides a run's outcomes besides its reader, by name. */
final class Settings {

  /** Facts of a run that are told where they differ, with what they are called. */
  private static final List<String> FACTS =
      List.of("epochs", "generation", "selection", "shard", "image_side");

  /** What the name of a data file begins with. */
  static final String DATA_FILE = "data file ";

  /** What the names of settings begin with that a recording states of how it was made. */
  static final String STATED = "recorded ";

  private Settings() {}

  static SequencedMap<String, String> of(RunFile file, Benchmark benchmark, RunFacts facts) {
    SequencedMap<String, String> values = file.values();
    SequencedMap<String, String> settings = new LinkedHashMap<>();
    settings.put("benchmark version", benchmark.version());
    settings.put("split", facts.split());
    prompt(benchmark.prompt(), settings);
    for (String fact : FACTS) {
      @Nullable String value = values.get(fact);
      settings.put(fact.replace('_', ' '), value == null ? "" : value);
    }
    StatedRows.settings(file)
        .forEach((name, stated) -> settings.put(STATED + name, String.join(" or ", stated)));
    SnapshotRows.hashes(file)
        .forEach(
            (name, sha256) -> {
              if (!name.equals("benchmark.yaml")) {
                settings.put(DATA_FILE + name, sha256);
              }
            });
    return settings;
  }

  /** Its parts, so that what differs is told, not that something does. */
  private static void prompt(Prompt prompt, SequencedMap<String, String> settings) {
    Prompt.@Nullable Shots shots = prompt.shots();
    settings.put("system prompt", prompt.system() == null ? "" : prompt.system());
    settings.put("prompt", prompt.template());
    prompt.byKind().forEach((kind, template) -> settings.put("prompt for " + kind.id(), template));
    settings.put(
        "worked examples",
        shots == null
            ? ""
            : (shots.order() == Prompt.Shots.Order.FIRST ? "the first " : "at random ")
                + shots.count()
                + " of "
                + shots.split());
  }
}

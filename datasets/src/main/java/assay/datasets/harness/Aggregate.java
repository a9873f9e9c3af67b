package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.Problem;
import assay.datasets.harness.LogFile.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that a program writes beside its log, which holds figures or facts and no answers.
 *
 * @param what what it is
 * @param recognises whether a file is such a one
 * @param wanted the file that holds the answers
 * @param names the form of that file's name
 */
record Aggregate(String what, Predicate<LogFile> recognises, String wanted, String names) {

  private static final int MOST_NAMED = 3;
  private static final int MOST_OPENED = 20;

  private static final List<Aggregate> ALL =
      List.of(
          new Aggregate(
              "lm-evaluation-harness's or lmms-eval's results",
              file -> document(file, "results", "configs") && file.has("n-shot"),
              "samples_TASK_TIME.jsonl (lmms-eval: TIME_samples_TASK.jsonl), which --log_samples"
                  + " writes beside it",
              ".*samples_.*\\.jsonl(\\.gz)?"),
          new Aggregate(
              "HELM's stats.json or per_instance_stats.json",
              file -> isStat(file) || table(file, "instance_id", "stats"),
              "scenario_state.json of the same folder",
              "scenario_state\\.json"),
          new Aggregate(
              "HELM's run_spec.json",
              file -> document(file, "scenario_spec", "adapter_spec"),
              "scenario_state.json of the same folder",
              "scenario_state\\.json"),
          new Aggregate(
              "an Inspect log without samples",
              Aggregate::isInspectWithoutSamples,
              "a log with its samples, .eval or .json; --no-log-samples leaves them out",
              ".*\\.(eval|json)"),
          new Aggregate(
              "VLMEvalKit's accuracies",
              file -> table(file, "split", "Overall"),
              "MODEL_DATASET.xlsx or …_result.xlsx of the same folder",
              ".*\\.xlsx"),
          new Aggregate(
              "VLMEvalKit's status.json",
              file -> document(file, "eval_id", "datasets", "pred_format"),
              "MODEL_DATASET.xlsx or …_result.xlsx of the same folder",
              ".*\\.xlsx"),
          new Aggregate(
              "simple-evals' metrics",
              file ->
                  document(file, "score")
                      && !file.has("convos")
                      && file.names().stream().anyMatch(name -> name.endsWith(":std")),
              "…_allresults.json or …html of the same folder",
              ".*(_allresults\\.json|\\.html)"));

  private static boolean document(LogFile file, String... keys) {
    return file.layout() == Layout.DOCUMENT && file.has(keys);
  }

  private static boolean table(LogFile file, String... fields) {
    return file.layout() == Layout.ROWS && file.has(fields);
  }

  private static boolean isInspectWithoutSamples(LogFile file) {
    return switch (file.layout()) {
      case DOCUMENT -> file.has("eval", "status") && !file.has("samples");
      case ARCHIVE ->
          file.has("header.json")
              && file.names().stream().noneMatch(name -> name.startsWith("samples/"));
      case ROWS, PAGE, OTHER -> false;
    };
  }

  private static boolean isStat(LogFile file) {
    return table(file, "name", "count", "sum", "sum_squared");
  }

  /** What a file is, if it is such a one. */
  static Optional<Aggregate> of(LogFile file) {
    return ALL.stream().filter(one -> one.recognises.test(file)).findFirst();
  }

  /** The error that such a file is where a log is wanted, naming those that lie beside it. */
  AssayException problem(Path path) {
    Problem problem =
        Problem.of("this is " + what + ": it holds no answers")
            .at(path.toString())
            .expected(wanted);
    List<String> beside = beside(path);
    return AssayException.data(
        beside.isEmpty() ? problem : problem.remedy("import " + String.join(" or ", beside)));
  }

  /** Logs that lie beside it, as far as they can be read and are of the same task. */
  private List<String> beside(Path path) {
    List<Path> near;
    try (Stream<Path> files = Files.list(path.toAbsolutePath().getParent())) {
      near =
          files
              .filter(file -> !file.equals(path.toAbsolutePath()))
              .filter(file -> String.valueOf(file.getFileName()).matches(names))
              .sorted()
              .limit(MOST_OPENED)
              .toList();
    } catch (IOException e) {
      return List.of(); // a folder that cannot be listed: what is wanted is said all the same
    }
    String task = task(path);
    return near.stream()
        .filter(file -> isLog(file, task))
        .map(file -> String.valueOf(file.getFileName()))
        .limit(MOST_NAMED)
        .toList();
  }

  /** What an Inspect log is of; null for what does not say it. */
  private static @Nullable String task(Path path) {
    LogFile file = LogFile.of(path);
    return isInspectWithoutSamples(file) ? new InspectLog().heading(file).task() : null;
  }

  private static boolean isLog(Path file, @Nullable String task) {
    try {
      return HarnessLog.find(file)
          .filter(log -> task == null || task.equals(log.task()))
          .isPresent();
    } catch (AssayException e) {
      return false; // damaged: nothing to be taken instead
    }
  }
}

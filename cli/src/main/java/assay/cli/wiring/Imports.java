package assay.cli.wiring;

import assay.core.exchange.Generation;
import assay.datasets.definition.BenchmarkCatalog;
import assay.datasets.harness.HarnessLog;
import assay.datasets.harness.LogConversion;
import assay.evaluation.plan.Selection;
import assay.evaluation.plan.Shard;
import assay.evaluation.runner.Progress;
import assay.evaluation.store.RunFile;
import assay.models.spec.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes run files of other programs' logs alone. */
public final class Imports {

  private final Places places;

  /**
   * What was imported.
   *
   * @param file the run file
   * @param program the program that wrote the log
   * @param made what the log held
   */
  public record Imported(Path file, String program, LogConversion.Made made) {}

  public Imports(Places places) {
    this.places = places;
  }

  /**
   * Imports logs as one run, scored.
   *
   * @param system what to call who answered, or null for what the log says
   * @param output the run file, or null for a name of our own
   * @param time the time now, for the file's name
   * @throws assay.core.AssayException if a log cannot be read
   */
  public Imported run(
      List<Path> files, @Nullable String system, @Nullable Path output, String command, String time)
      throws IOException, InterruptedException {
    if (output != null) {
      RunFile.requireAbsent(output);
    }
    List<HarnessLog> logs = files.stream().map(HarnessLog::open).toList();
    Path folder = Files.createTempDirectory("assay-import");
    try {
      LogConversion.Made made = LogConversion.write(logs, system, folder);
      BenchmarkCatalog.Found found = new BenchmarkCatalog(List.of()).find(folder.toString());
      Runs.Ended ended =
          new Runs(places, Progress.NONE, runner -> {})
              .start(
                  found,
                  List.of(ModelSpec.recording(made.replies(), new LinkedHashMap<>())),
                  request(folder, output, command),
                  time);
      Scorings.scoreOwn(ended.file(), List.of(), List.of(), true);
      return new Imported(ended.file(), logs.getFirst().program(), made);
    } finally {
      try (Stream<Path> rest = Files.list(folder)) {
        for (Path file : rest.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static RunRequest request(Path folder, @Nullable Path output, String command) {
    return new RunRequest(
        null,
        List.of(),
        null,
        1,
        new Selection.All(),
        Shard.WHOLE,
        Generation.UNSET,
        folder,
        output,
        new RunRequest.Conditions(
            8, 1, OptionalLong.empty(), OptionalDouble.empty(), null, false, List.of(), null),
        command);
  }
}

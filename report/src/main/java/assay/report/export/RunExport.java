package assay.report.export;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.exchange.Reply;
import assay.evaluation.store.PrivateFiles;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.TrialContent;
import assay.evaluation.store.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes the trials of a run as a table: whole, or not at all. */
public final class RunExport {

  /** What the extractor and the scorer begin with that stand for the recording's own. */
  private static final String RECORDED = "recorded@";

  private RunExport() {}

  /**
   * Exports a run.
   *
   * @param scoring number of the scoring
   * @param wanted which trials
   * @param target the new file
   * @return rows written
   * @throws AssayException if the target exists already
   * @throws IOException if it cannot be written; no file stays then
   */
  public static long write(
      RunFile file,
      long scoring,
      Predicate<ScoredTrials.Scored> wanted,
      ExportFormat format,
      Path target)
      throws IOException {
    if (Files.exists(target)) {
      throw AssayException.usage(
          Problem.of("there is a file of this name already").at(target.toString()));
    }
    PrivateFiles.createFolders(target.toAbsolutePath().getParent());
    Path draft = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(draft);
    PrivateFiles.createFile(draft);
    try {
      long rows = fill(file, scoring, wanted, format, draft);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      return rows;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static long fill(
      RunFile file,
      long scoring,
      Predicate<ScoredTrials.Scored> wanted,
      ExportFormat format,
      Path draft)
      throws IOException {
    RowSink sink =
        switch (format) {
          case JSONL -> new JsonlSink(draft);
          case CSV -> new CsvSink(draft, false);
          case SPREADSHEET -> new CsvSink(draft, true);
          case PARQUET -> new ParquetSink(draft);
        };
    RunFacts facts = RunFacts.of(file);
    long rows = 0;
    try (ScoredTrials trials = new ScoredTrials(file, scoring)) {
      for (Optional<ScoredTrials.Scored> next = trials.next();
          next.isPresent();
          next = trials.next()) {
        if (wanted.test(next.get())) {
          for (ExportRow row : rows(file, facts, next.get())) {
            List<@Nullable Object> cells = new ArrayList<>();
            Arrays.stream(ExportColumn.values()).forEach(column -> cells.add(column.of(row)));
            sink.write(cells);
            rows++;
          }
        }
      }
      sink.finish();
    } finally {
      sink.release();
    }
    return rows;
  }

  private static List<ExportRow> rows(RunFile file, RunFacts facts, ScoredTrials.Scored trial) {
    @Nullable Reply reply =
        trial.state() == TrialState.ANSWERED
            ? TrialContent.reply(file, trial.ordinal()).orElse(null)
            : null;
    List<ExportRow> rows = new ArrayList<>();
    @Nullable String stated = stating(trial);
    for (Map.Entry<String, ScoredTrials.ReadingRow> reading : trial.readings().entrySet()) {
      String extractor = reading.getKey();
      int before = rows.size();
      trial
          .scores()
          .getOrDefault(extractor, new LinkedHashMap<>())
          .forEach(
              (scorer, score) -> {
                if (!isRecorded(scorer) || extractor.equals(stated)) {
                  rows.add(
                      new ExportRow(
                          facts, trial, reply, extractor, reading.getValue(), scorer, score));
                }
              });
      if (rows.size() == before) {
        rows.add(new ExportRow(facts, trial, reply, extractor, reading.getValue(), null, null));
      }
    }
    if (rows.isEmpty()) {
      rows.add(new ExportRow(facts, trial, reply, null, null, null, null));
    }
    return rows;
  }

  /**
   * The extractor beside which a score stands that a recording states: it is the same whatever is
   * read, so it stands once, with the reading that the recording states or else the first.
   */
  private static @Nullable String stating(ScoredTrials.Scored trial) {
    Set<String> extractors = trial.readings().keySet();
    return extractors.stream()
        .filter(RunExport::isRecorded)
        .findFirst()
        .or(() -> extractors.stream().findFirst())
        .orElse(null);
  }

  private static boolean isRecorded(String rule) {
    return rule.startsWith(RECORDED);
  }
}

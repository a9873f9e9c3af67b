package assay.datasets.recording;

import assay.core.AssayException;
import assay.core.ProblemReport;
import assay.core.Sha256;
import assay.core.exchange.Attempt;
import assay.core.exchange.Recording;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.sample.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Recorded answers of one system, joined to the samples of a split. Safe for several threads. */
public final class RecordedAnswers implements Recording {

  private static final int MOST_IDS = 20;

  private final RecordingReport report;
  private final KeptAnswers answers;
  private final String identity;

  private RecordedAnswers(RecordingReport report, KeptAnswers answers, String identity) {
    this.report = report;
    this.answers = answers;
    this.identity = identity;
  }

  /**
   * Joins files to the samples of a split. Ids are compared as text; the gold answer and further
   * columns that the definition names are compared as text in every row, doubled ones too.
   *
   * @param paths files, or folders: of a folder, every file that fits the definition's recordings,
   *     the split and the subset
   * @param settings what the command line adds to the definition's entry, key by key; {@code
   *     system} chooses among systems. A file that fits no entry needs at least {@code reply}
   * @throws AssayException with every problem found: values that differ, by row; rows of a sample
   *     that has one already, unless the entry says which counts; no row of any sample; a file of
   *     another split or subset; files of several systems
   */
  public static RecordedAnswers join(
      BenchmarkDefinition definition,
      Dataset dataset,
      List<Path> paths,
      SequencedMap<String, String> settings) {
    RecordingFiles search =
        new RecordingFiles(definition, dataset.split(), dataset.subset(), settings);
    List<RecordingFile> files = search.find(paths);
    ProblemReport problems = new ProblemReport();
    KeptAnswers answers = new KeptAnswers();
    try (Join join = new Join(dataset, gold(settings), problems, answers)) {
      for (RecordingFile file : files) {
        try {
          join.add(file);
        } catch (AssayException e) {
          problems.addAll(e);
        }
      }
      problems.throwIfAny(AssayException.Category.DATA);
      Join.Scope scope = join.scope(MOST_IDS);
      RecordingReport report =
          new RecordingReport(
              files.getFirst().system(),
              join.files(),
              scope.samples(),
              scope.missing(),
              scope.missingIds(),
              files.stream().allMatch(file -> file.rule().partial()),
              search.otherSystems(),
              search.passedOver());
      return new RecordedAnswers(report, answers, identity(report, files));
    } catch (RuntimeException e) {
      answers.close();
      throw e;
    }
  }

  /**
   * The files of each system among those given, in the order given: what is to be joined together
   * where a user names files of several systems.
   *
   * @param split the split chosen
   * @param subset the subset chosen, or null for the whole
   * @throws AssayException if a file does not exist, fits no entry, or is of another split or
   *     subset
   */
  public static SequencedMap<String, RecordedSystem> bySystem(
      BenchmarkDefinition definition,
      String split,
      @Nullable String subset,
      List<Path> paths,
      SequencedMap<String, String> settings) {
    SequencedMap<String, List<RecordingFile>> files = new LinkedHashMap<>();
    new RecordingFiles(definition, split, subset, settings)
        .findAll(paths)
        .forEach(
            file -> files.computeIfAbsent(file.system(), system -> new ArrayList<>()).add(file));
    SequencedMap<String, RecordedSystem> bySystem = new LinkedHashMap<>();
    files.forEach((system, its) -> bySystem.put(system, RecordedSystem.of(its)));
    return bySystem;
  }

  private static String identity(RecordingReport report, List<RecordingFile> files) {
    String content =
        report.files().stream().map(RecordedFile::sha256).collect(Collectors.joining(" "))
            + files.stream()
                .map(file -> file.rule().source().toString())
                .collect(Collectors.joining(" "));
    return "recorded:" + report.system() + "#" + Sha256.of(content);
  }

  @Override
  public Attempt answer(String sampleId, int epoch) {
    return answers.attempt(
        sampleId,
        epoch,
        epoch == 1
            ? "the recording has no row for this sample"
            : "the recording has no row for this sample in epoch " + epoch,
        "the recording says: ");
  }

  @Override
  public int epochs() {
    return answers.epochs();
  }

  @Override
  public void close() {
    answers.close();
  }

  @Override
  public boolean partial() {
    return report.partial();
  }

  @Override
  public long surplusRows() {
    return report.doubled() + report.foreign();
  }

  @Override
  public String name() {
    return "recorded:" + report.system();
  }

  @Override
  public String identity() {
    return identity;
  }

  /** What was joined, and what was not. */
  public RecordingReport report() {
    return report;
  }

  /**
   * Who names the gold answer by hand wants to know which answers differ, not how they are written.
   */
  private static Join.Gold gold(SequencedMap<String, String> settings) {
    return settings.containsKey("gold") ? Join.Gold.NUMBERS_BY_VALUE : Join.Gold.AS_TEXT;
  }
}

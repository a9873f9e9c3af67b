package assay.cli.wiring;

import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.ProblemReport;
import assay.core.benchmark.Benchmark;
import assay.datasets.definition.BenchmarkCatalog;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.media.FolderContentStore;
import assay.datasets.sample.Dataset;
import assay.datasets.sample.DatasetCheck;
import assay.datasets.sample.DatasetSummary;
import assay.datasets.sample.FileSummary;
import assay.evaluation.protocol.Arms;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.Seal;
import assay.evaluation.store.TrialCounts;
import assay.reading.Extractors;
import assay.report.table.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks for everything that is wrong with a benchmark or a run. */
public final class Checks {

  private final Places places;

  public Checks(Places places) {
    this.places = places;
  }

  /**
   * Checks a benchmark (with its data, if a data folder is named) or a run file.
   *
   * @return what was found, in sentences
   * @throws AssayException with every problem found
   */
  public List<String> check(String subject, @Nullable Path data) throws IOException {
    if (subject.endsWith(".assay") && Files.exists(Path.of(subject))) {
      return run(Path.of(subject));
    }
    BenchmarkCatalog.Found found = new BenchmarkCatalog(places.benchmarkFolders()).find(subject);
    return benchmark(found, data);
  }

  private List<String> benchmark(BenchmarkCatalog.Found found, @Nullable Path data) {
    BenchmarkDefinition definition = found.definition();
    ProblemReport problems = new ProblemReport();
    try {
      Rules.resolve(definition.benchmark().rules());
      definition.benchmark().arms().forEach(Arms::byName);
    } catch (AssayException e) {
      problems.addAll(e);
    }
    List<String> facts = new ArrayList<>();
    facts.add(
        found.file() + ": the description is sound; version " + definition.benchmark().version());
    @Nullable String variable = places.environment().apply("ASSAY_DATA");
    if (data == null && (variable == null || variable.isEmpty())) {
      facts.add("The data were not looked at: no --data DIR.");
    } else {
      FolderContentStore store = new FolderContentStore(places.cache().resolve("media"));
      for (String split : definition.benchmark().splits()) {
        DatasetCheck check =
            Dataset.check(definition, places.data(data), split, found.subset(), store);
        check.problems().forEach(problems::add);
        facts.addAll(facts(check.summary()));
        severalRight(definition.benchmark(), check.summary()).ifPresent(facts::add);
      }
    }
    problems.throwIfAny(AssayException.Category.DATA);
    return facts;
  }

  private static List<String> facts(DatasetSummary summary) {
    List<String> facts = new ArrayList<>();
    facts.add(
        summary.split()
            + ": "
            + Figures.counted(summary.samplesInScope(), "sample", "samples")
            + (summary.expected() == null
                ? ""
                : " of " + Figures.count(summary.expected()) + " expected")
            + kinds(summary));
    for (FileSummary file : summary.files()) {
      facts.add(
          "  "
              + file.name()
              + ": "
              + (file.records() == null
                  ? "?"
                  : Figures.counted(file.records(), "record", "records"))
              + ", SHA-256 "
              + (file.declared() ? "as declared" : file.sha256() + " (not declared)"));
    }
    if (summary.media() > 0) {
      facts.add(
          "  "
              + Figures.counted(summary.media(), "picture", "pictures")
              + ", "
              + Figures.count(summary.missingMedia())
              + " missing");
    }
    return facts;
  }

  /** A rule that reads one option answers no question of which several are right together. */
  private static Optional<String> severalRight(Benchmark benchmark, DatasetSummary summary) {
    Benchmark.Rules rules = benchmark.rules().get(AnswerKind.CHOICE);
    if (summary.severalRight() == 0
        || rules == null
        || rules.extractors().stream().flatMap(Rules::known).anyMatch(Extractors::readsSeveral)) {
      return Optional.empty();
    }
    return Optional.of(
        "  warning: "
            + Figures.counted(summary.severalRight(), "sample has", "samples have")
            + " several right options, and none of the rules named in 'read: choice' reads"
            + " several ("
            + String.join(", ", rules.extractors())
            + "), so that none of these can be answered right. 'letters' does: read: {choice:"
            + " [letters]}");
  }

  /** How many of each kind of answer; nothing where there are no samples. */
  private static String kinds(DatasetSummary summary) {
    return summary.kinds().entrySet().stream()
        .map(kind -> Figures.count(kind.getValue()) + " " + kind.getKey().id())
        .collect(Collectors.joining(", ", summary.kinds().isEmpty() ? "" : ": ", ""));
  }

  private static List<String> run(Path path) throws IOException {
    List<String> facts = new ArrayList<>();
    try (RunFile file = RunFile.openReadOnly(path)) {
      file.requireIntact();
      Seal.check(file);
      TrialCounts counts = TrialCounts.of(file);
      facts.add(path + ": a run file, intact");
      facts.add(Seal.of(file).map(seal -> "sealed; the seal holds: " + seal).orElse("not sealed"));
      facts.add(
          Figures.counted(counts.total(), "trial", "trials")
              + ": "
              + Figures.count(counts.answered())
              + " answered, "
              + Figures.count(counts.failed())
              + " failed, "
              + Figures.count(counts.skipped())
              + " skipped, "
              + Figures.count(counts.planned())
              + " still to be asked");
      StoredRun.definition(file);
      Optional<Long> scoring = ScoredTrials.newestScoring(file);
      if (scoring.isPresent()) {
        StoredScores.requireTrue(file, scoring.get());
        facts.add(
            "scoring "
                + scoring.get()
                + ": the replies, scored again by its rules, give the very same readings and scores");
      }
    }
    return facts;
  }
}

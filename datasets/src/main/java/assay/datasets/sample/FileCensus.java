package assay.datasets.sample;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Sha256;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.definition.FileRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What is known of a split's files: length, SHA-256, records; and whether it is as declared. */
final class FileCensus {

  private record Content(long bytes, String sha256) {}

  private final BenchmarkDefinition definition;
  private final List<SplitFile> files;
  private final ProblemReport problems;
  private final SequencedMap<SplitFile, Content> contents = new LinkedHashMap<>();
  private final Map<SplitFile, Long> records = new LinkedHashMap<>();

  /** Reads the files' SHA-256; one that differs is a problem. */
  FileCensus(BenchmarkDefinition definition, List<SplitFile> files, ProblemReport problems) {
    this.definition = definition;
    this.files = files;
    this.problems = problems;
    files.forEach(this::digest);
  }

  private void digest(SplitFile file) {
    try (InputStream in = Files.newInputStream(file.path())) {
      Content content = new Content(Files.size(file.path()), Sha256.of(in));
      contents.put(file, content);
      String expected = file.expectedSha256();
      if (expected != null && !expected.equals(content.sha256())) {
        problems.add(
            Problem.of("the file's SHA-256 is " + content.sha256())
                .at(file.name())
                .expected(expected + " (" + where(file) + ")")
                .remedy(
                    "get the file from its publisher; another edition needs a definition of its own"));
      }
    } catch (IOException e) {
      problems.add(Problem.of("the file cannot be read: " + e.getMessage()).at(file.name()));
    }
  }

  private String where(SplitFile file) {
    return definition.displayName() + ":" + file.rule().line();
  }

  /** Takes in how many records a file has, once it was read to its end. */
  void counted(SplitFile file, long count) {
    records.put(file, count);
  }

  /** Reports counts that differ from those declared. */
  void checkCounts() {
    SequencedMap<FileRule, List<SplitFile>> byRule = new LinkedHashMap<>();
    files.forEach(f -> byRule.computeIfAbsent(f.rule(), rule -> new ArrayList<>()).add(f));
    byRule.forEach(
        (rule, ofRule) -> {
          Long expected = rule.count();
          if (expected == null || !records.keySet().containsAll(ofRule)) {
            return;
          }
          long found = ofRule.stream().mapToLong(file -> records.getOrDefault(file, 0L)).sum();
          if (found != expected) {
            problems.add(
                Problem.of("there are " + found + " records")
                    .at(rule.path().toString())
                    .expected(expected + " (" + where(ofRule.getFirst()) + ")")
                    .remedy("the file may be cut short, or of another edition"));
          }
        });
  }

  /** The records that all rules together declare, or null where one declares none. */
  @Nullable Long expectedRecords() {
    long sum = 0;
    for (FileRule rule : files.stream().map(SplitFile::rule).distinct().toList()) {
      if (rule.count() == null) {
        return null;
      }
      sum += rule.count();
    }
    return files.isEmpty() ? null : sum;
  }

  /** What was found, in the order of the files. */
  List<FileSummary> summaries() {
    List<FileSummary> summaries = new ArrayList<>();
    contents.forEach(
        (file, content) ->
            summaries.add(
                new FileSummary(
                    file.name(),
                    content.bytes(),
                    content.sha256(),
                    file.expectedSha256() != null,
                    records.get(file),
                    file.rule().count())));
    return summaries;
  }
}

package assay.datasets.sample;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Sha256;
import assay.core.work.Background;
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

/**
 * What is known of a split's files: length, SHA-256, records; and whether it is as declared. The
 * digests are made on a thread of their own while others read the rows.
 */
final class FileCensus implements AutoCloseable {

  /** A file's length and SHA-256, or why it could not be read. */
  private sealed interface Content {}

  private record Whole(long bytes, String sha256) implements Content {}

  private record Unread(String reason) implements Content {}

  private final BenchmarkDefinition definition;
  private final List<SplitFile> files;
  private final ProblemReport problems;
  private final Background<SequencedMap<SplitFile, Content>> digests;
  private final SequencedMap<SplitFile, Whole> contents = new LinkedHashMap<>();
  private final Map<SplitFile, Long> records = new LinkedHashMap<>();

  /** Begins to read the files' SHA-256. */
  FileCensus(BenchmarkDefinition definition, List<SplitFile> files, ProblemReport problems) {
    this.definition = definition;
    this.files = files;
    this.problems = problems;
    this.digests = new Background<>("assay-digests", () -> read(files));
  }

  private static SequencedMap<SplitFile, Content> read(List<SplitFile> files) {
    SequencedMap<SplitFile, Content> contents = new LinkedHashMap<>();
    files.forEach(file -> contents.put(file, read(file)));
    return contents;
  }

  private static Content read(SplitFile file) {
    try (InputStream in = Files.newInputStream(file.path())) {
      return new Whole(Files.size(file.path()), Sha256.of(in));
    } catch (IOException e) {
      return new Unread(String.valueOf(e.getMessage()));
    }
  }

  /** Waits for the digests and reports files that are not what was declared. */
  void checkContents() {
    digests
        .result()
        .forEach(
            (file, content) -> {
              switch (content) {
                case Whole whole -> {
                  contents.put(file, whole);
                  check(file, whole);
                }
                case Unread unread ->
                    problems.add(
                        Problem.of("the file cannot be read: " + unread.reason()).at(file.name()));
              }
            });
  }

  private void check(SplitFile file, Whole content) {
    String expected = file.expectedSha256();
    if (expected != null && !expected.equals(content.sha256())) {
      problems.add(
          Problem.of("the file's SHA-256 is " + content.sha256())
              .at(file.name())
              .expected(expected + " (" + where(file) + ")")
              .remedy(
                  "get the file from its publisher; another edition needs a definition of its own"));
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

  /** Waits until nobody reads the files any more. */
  @Override
  public void close() {
    digests.close();
  }
}

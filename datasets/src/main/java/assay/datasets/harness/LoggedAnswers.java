package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Sha256;
import assay.core.exchange.Attempt;
import assay.core.exchange.Recording;
import assay.datasets.recording.KeptAnswers;
import assay.datasets.sample.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/**
 * The answers of one system in other programs' logs, joined to the samples of a benchmark: by the
 * id that the log gives a question, or else by its text, which must stand in the prompt of one
 * question alone. What a log calls right is compared with every sample's target. Safe for several
 * threads.
 */
public final class LoggedAnswers implements Recording {

  private final String name;
  private final String identity;
  private final boolean partial;
  private final KeptAnswers answers;
  private final long surplus;

  private LoggedAnswers(
      KeptAnswers answers, long surplus, String name, String identity, boolean partial) {
    this.name = name;
    this.identity = identity;
    this.partial = partial;
    this.answers = answers;
    this.surplus = surplus;
  }

  /**
   * The files of each system, in the order given.
   *
   * @throws AssayException if a file is no known log
   */
  public static SequencedMap<String, List<Path>> bySystem(List<Path> paths) {
    return LogSystems.of(paths.stream().map(HarnessLog::open).toList()).files();
  }

  /**
   * Joins logs to the samples of a split, epoch by epoch.
   *
   * @param settings what the command line says: {@code system} chooses among systems, or says what
   *     to call who answered; {@code partial=false} makes failures of samples that the logs lack
   * @throws AssayException if a file is no known log, no question of it is of the split, what it
   *     calls right is not what the samples do, a question is answered twice in an epoch, there are
   *     several systems of which none is named, or a setting is of no use for a log
   */
  public static LoggedAnswers join(
      Dataset dataset, List<Path> paths, SequencedMap<String, String> settings) {
    requireKnown(settings, paths.getFirst());
    List<HarnessLog> logs = paths.stream().map(HarnessLog::open).toList();
    LogSystems.Chosen chosen = LogSystems.of(logs).choose(settings.get("system"));
    ProblemReport problems = new ProblemReport();
    KeptAnswers answers = new KeptAnswers();
    try {
      LogJoin join = new LogJoin(dataset, problems, answers);
      List<String> hashes = new ArrayList<>();
      for (HarnessLog log : logs) {
        join.add(log, chosen);
        hashes.add(hash(log.path()));
      }
      problems.throwIfAny(AssayException.Category.DATA);
      String name = "recorded:" + chosen.name();
      return new LoggedAnswers(
          answers,
          join.surplus(),
          name,
          name + "#" + Sha256.of(String.join(" ", hashes)),
          !"false".equals(settings.get("partial")));
    } catch (RuntimeException e) {
      answers.close();
      throw e;
    }
  }

  private static void requireKnown(SequencedMap<String, String> settings, Path path) {
    ProblemReport problems = new ProblemReport();
    settings.forEach(
        (key, value) -> {
          boolean flag = value.equals("true") || value.equals("false");
          if (!key.equals("system") && !(key.equals("partial") && flag)) {
            problems.add(
                Problem.of("'" + key + "=" + value + "' says nothing of another program's log")
                    .at(path.toString())
                    .expected("system=NAME, or partial=true or false")
                    .remedy(
                        "a log says itself what it holds; with reply=FIELD a file is taken as any"
                            + " table of answers"));
          }
        });
    problems.throwIfAny(AssayException.Category.USAGE);
  }

  private static String hash(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return Sha256.of(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + " again", e);
    }
  }

  @Override
  public Attempt answer(String sampleId, int epoch) {
    return answers.attempt(
        sampleId,
        epoch,
        epoch == 1
            ? "the log does not hold this sample"
            : "the log does not hold this sample in epoch " + epoch,
        "the log says: ");
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
    return partial;
  }

  @Override
  public long surplusRows() {
    return surplus;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String identity() {
    return identity;
  }
}

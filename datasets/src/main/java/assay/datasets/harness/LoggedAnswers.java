package assay.datasets.harness;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Sample;
import assay.core.Sha256;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Recording;
import assay.core.exchange.Reply;
import assay.datasets.sample.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answers of other programs' logs, joined to the samples of a benchmark: by the id that the log
 * gives a question, or else by its text, which must stand in the prompt of one question alone. What
 * a log calls right is compared with every sample's target. Safe for several threads.
 */
public final class LoggedAnswers implements Recording {

  private static final int MOST_NAMED = 10;

  private final String name;
  private final String identity;
  private final SequencedMap<String, Reply> replies;
  private final SequencedMap<String, String> errors;
  private final long surplus;

  private LoggedAnswers(Join join, String name, String identity) {
    this.name = name;
    this.identity = identity;
    this.replies = join.replies;
    this.errors = join.errors;
    this.surplus = join.surplus;
  }

  /**
   * Joins logs to the samples of a split.
   *
   * @param system what to call who answered, or null for what the log says
   * @throws AssayException if a file is no known log, no question of it is of the split, or what it
   *     calls right is not what the samples do
   */
  public static LoggedAnswers join(Dataset dataset, List<Path> paths, @Nullable String system) {
    ProblemReport problems = new ProblemReport();
    Join join = new Join(dataset, problems);
    List<String> hashes = new ArrayList<>();
    String own = null;
    for (Path path : paths) {
      HarnessLog log = HarnessLog.open(path);
      own = own == null ? log.system() : own;
      join.add(log);
      hashes.add(hash(path));
    }
    problems.throwIfAny(AssayException.Category.DATA);
    String name = "recorded:" + (system == null ? own : system);
    return new LoggedAnswers(join, name, name + "#" + Sha256.of(String.join(" ", hashes)));
  }

  private static String hash(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return Sha256.of(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + " again", e);
    }
  }

  @Override
  public Attempt answer(String sampleId) {
    Reply reply = replies.get(sampleId);
    if (reply != null) {
      return new Attempt.Answered(reply);
    }
    String error = errors.get(sampleId);
    return error == null
        ? new Attempt.Failed(FailureKind.NOT_RECORDED, "the log does not hold this sample")
        : new Attempt.Failed(FailureKind.SERVER, "the log says: " + error);
  }

  @Override
  public boolean partial() {
    return true;
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

  /** Finds samples for questions. */
  private static final class Join {

    private final Map<String, Sample> byId = new LinkedHashMap<>();
    private final TreeMap<String, List<Sample>> byQuestion = new TreeMap<>();
    private final SequencedMap<String, Reply> replies = new LinkedHashMap<>();
    private final SequencedMap<String, String> errors = new LinkedHashMap<>();
    private final ProblemReport problems;
    private long surplus;

    Join(Dataset dataset, ProblemReport problems) {
      this.problems = problems;
      try (Stream<Sample> samples = dataset.samples()) {
        samples.forEach(
            sample -> {
              byId.put(sample.id(), sample);
              byQuestion
                  .computeIfAbsent(LoggedGold.plain(sample.question()), q -> new ArrayList<>())
                  .add(sample);
            });
      }
    }

    void add(HarnessLog log) {
      List<Problem> wrong = new ArrayList<>();
      long[] counts = new long[2];
      log.read(
          trial -> {
            counts[0]++;
            Sample sample = sample(trial);
            if (sample == null) {
              surplus++;
              return;
            }
            counts[1]++;
            if (!LoggedGold.agrees(trial.gold(), sample)) {
              wrong.add(
                  Problem.of(
                          "the log calls "
                              + trial.gold()
                              + " right, sample '"
                              + sample.id()
                              + "' another answer")
                      .at(trial.place()));
              return;
            }
            take(sample.id(), trial);
          });
      if (counts[1] == 0) {
        problems.add(
            Problem.of("none of the log's " + counts[0] + " questions is a sample of the split")
                .at(log.path().toString())
                .expected("the ids of samples, or their questions within the prompts")
                .remedy(
                    "take the benchmark that was asked, or import the log alone: assay import"));
      } else if (!wrong.isEmpty()) {
        problems.add(
            Problem.of(
                    wrong.size()
                        + " of "
                        + counts[1]
                        + " questions have another right answer in the log")
                .at(log.path().toString())
                .expected("equal right answers in every row")
                .remedy("the log is of another edition, or its options were put in another order"));
        wrong.stream().limit(MOST_NAMED).forEach(problems::add);
      }
    }

    private void take(String id, LoggedTrial trial) {
      if (trial.reply() == null) {
        errors.putIfAbsent(id, String.valueOf(trial.error()));
      } else if (replies.containsKey(id)) {
        surplus++; // a further epoch: one reply a sample is taken
      } else {
        replies.put(id, LoggedReply.of(trial, null));
      }
    }

    /** By id where both the id and the question fit, else by the question. */
    private @Nullable Sample sample(LoggedTrial trial) {
      String asked = LoggedGold.plain(trial.asked());
      Sample named = byId.get(trial.id());
      if (named != null
          && (asked.isEmpty() || asked.contains(LoggedGold.plain(named.question())))) {
        return named;
      }
      String question = trial.question() == null ? asked : LoggedGold.plain(trial.question());
      List<Sample> same = byQuestion.getOrDefault(question, List.of());
      if (same.size() == 1) {
        return same.getFirst();
      }
      // A prompt that begins with the question, or holds it at the beginning of a line.
      for (int start = 0; start >= 0; start = next(trial.asked(), start)) {
        String rest = LoggedGold.plain(trial.asked().substring(start));
        Map.Entry<String, List<Sample>> floor = byQuestion.floorEntry(rest);
        if (floor != null
            && floor.getValue().size() == 1
            && rest.startsWith(floor.getKey())
            && !floor.getKey().isEmpty()) {
          return floor.getValue().getFirst();
        }
      }
      return null;
    }

    private static int next(String text, int from) {
      int end = text.indexOf('\n', from);
      return end < 0 || end + 1 >= text.length() ? -1 : end + 1;
    }
  }
}

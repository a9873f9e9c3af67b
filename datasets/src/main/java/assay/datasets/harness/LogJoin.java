package assay.datasets.harness;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Sample;
import assay.core.exchange.Reply;
import assay.datasets.sample.Dataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Joins logs to samples, and compares what both call right. */
final class LogJoin {

  private static final int MOST_NAMED = 10;

  /** Where a sample's answer stands. */
  private record Place(int epoch, String task, String place) {}

  private final QuestionIndex index;
  private final ProblemReport problems;
  private final SequencedMap<String, Reply> replies = new LinkedHashMap<>();
  private final SequencedMap<String, String> errors = new LinkedHashMap<>();
  private final Map<String, Place> taken = new HashMap<>();
  private long surplus;

  LogJoin(Dataset dataset, ProblemReport problems) {
    this.problems = problems;
    try (Stream<Sample> samples = dataset.samples()) {
      index = new QuestionIndex(samples);
    }
  }

  /** The replies by sample. */
  SequencedMap<String, Reply> replies() {
    return replies;
  }

  /** Why there is no reply, by sample. */
  SequencedMap<String, String> errors() {
    return errors;
  }

  /** Records that no sample uses. */
  long surplus() {
    return surplus;
  }

  /** Joins the trials of one reader; what is wrong goes into the report. */
  void add(HarnessLog log, LogSystems.Chosen chosen) {
    OneLog one = new OneLog(log);
    log.read(chosen.holds(), one);
    one.finish();
  }

  /** Mismatches, if the log's right answers are written in one form. */
  private static final class Mismatches {
    private final List<Problem> named = new ArrayList<>();
    private long count;

    void add(LoggedTrial trial, Sample sample) {
      count++;
      if (named.size() < MOST_NAMED) {
        named.add(
            Problem.of(
                    "the log calls "
                        + trial.gold()
                        + " right, sample '"
                        + sample.id()
                        + "' another answer")
                .at(trial.place()));
      }
    }
  }

  private final class OneLog implements TrialTaker {
    private final HarnessLog log;
    private final List<@Nullable GoldForm> forms = new ArrayList<>();
    private final List<Mismatches> mismatches = new ArrayList<>();
    private final List<Problem> doubled = new ArrayList<>();
    private long questions;
    private long matched;
    private long doubles;

    OneLog(HarnessLog log) {
      this.log = log;
      forms.addAll(List.of(GoldForm.values()));
      forms.add(null);
      forms.forEach(form -> mismatches.add(new Mismatches()));
    }

    @Override
    public void take(LoggedTrial trial) {
      questions++;
      Sample sample = index.find(trial);
      if (sample == null) {
        surplus++;
        return;
      }
      matched++;
      for (int i = 0; i < forms.size(); i++) {
        if (!LoggedGold.agrees(trial.gold(), sample, forms.get(i))) {
          mismatches.get(i).add(trial, sample);
        }
      }
      Place place = new Place(trial.epoch(), log.task() == null ? "" : log.task(), trial.place());
      Place before = taken.get(sample.id());
      if (before != null && before.epoch() <= trial.epoch()) {
        surplus++; // of several epochs the first counts
        if (before.epoch() == trial.epoch()) {
          doubled(sample, before, place);
        }
        return;
      }
      surplus += before == null ? 0 : 1;
      taken.put(sample.id(), place);
      replies.remove(sample.id());
      errors.remove(sample.id());
      if (trial.reply() == null) {
        errors.put(sample.id(), String.valueOf(trial.error()));
      } else {
        replies.put(sample.id(), LoggedReply.of(trial, null));
      }
    }

    @Override
    public void leftOut() {
      surplus++;
    }

    private void doubled(Sample sample, Place before, Place now) {
      doubles++;
      if (doubled.size() < MOST_NAMED) {
        String tasks =
            before.task().equals(now.task())
                ? ""
                : " (tasks '" + before.task() + "' and '" + now.task() + "')";
        doubled.add(
            Problem.of(
                    "sample '"
                        + sample.id()
                        + "' is answered at "
                        + before.place()
                        + " too"
                        + tasks)
                .at(now.place()));
      }
    }

    /** All right answers in the form in which the fewest differ, every one of them the same. */
    void finish() {
      if (questions == 0) {
        problems.add(Problem.of("the log holds no question").at(log.path().toString()));
        return;
      }
      if (matched == 0) {
        problems.add(
            Problem.of("none of the log's " + questions + " questions is a sample of the split")
                .at(log.path().toString())
                .expected("the ids of samples, or their questions within the prompts")
                .remedy(
                    "take the benchmark that was asked, or import the log alone: assay import"));
        return;
      }
      Mismatches fewest = mismatches.getFirst();
      for (Mismatches other : mismatches) {
        fewest = other.count < fewest.count ? other : fewest;
      }
      if (fewest.count > 0) {
        problems.add(
            Problem.of(
                    fewest.count
                        + " of "
                        + matched
                        + " questions have another right answer in the log")
                .at(log.path().toString())
                .expected("equal right answers in every row")
                .remedy("the log is of another edition, or its options were put in another order"));
        fewest.named.forEach(problems::add);
      }
      if (doubles > 0) {
        problems.add(
            Problem.of(doubles + " records are of a sample that has an answer already")
                .at(log.path().toString())
                .expected("one answer a sample and epoch")
                .remedy("give the files of one log; compare two logs by assay diff"));
        doubled.forEach(problems::add);
      }
    }
  }
}

package assay.datasets.harness;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Sample;
import assay.datasets.recording.KeptAnswers;
import assay.datasets.sample.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Joins logs to samples, and compares what both call right. */
final class LogJoin {

  private static final int MOST_NAMED = 10;

  private final QuestionIndex index;
  private final ProblemReport problems;
  private final KeptAnswers answers;
  private long surplus;

  /**
   * @param answers is given the answers
   */
  LogJoin(Dataset dataset, ProblemReport problems, KeptAnswers answers) {
    this.problems = problems;
    this.answers = answers;
    try (Stream<Sample> samples = dataset.samples()) {
      index = new QuestionIndex(samples);
    }
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
      KeptAnswers.Place place =
          new KeptAnswers.Place(log.task() == null ? "" : log.task(), trial.place());
      answers
          .put(
              sample.id(),
              trial.epoch(),
              LoggedReply.of(trial, null),
              trial.reply() == null ? String.valueOf(trial.error()) : null,
              place)
          .ifPresent(
              before -> {
                surplus++;
                doubled(sample, before, place);
              });
    }

    @Override
    public void leftOut() {
      surplus++;
    }

    private void doubled(Sample sample, KeptAnswers.Place before, KeptAnswers.Place now) {
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
        problems.add(
            Problem.of("the log holds no question")
                .at(log.path().toString())
                .expected("a record for each question: " + log.holds())
                .remedy("take the log of a run that asked something and has ended"));
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

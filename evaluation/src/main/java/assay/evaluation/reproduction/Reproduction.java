package assay.evaluation.reproduction;

import assay.core.Problem;
import assay.core.benchmark.Expectations;
import java.util.List;

/**
 * What became of a benchmark's expectations.
 *
 * @param expectations what was expected
 * @param recordings one for each recording, in order
 */
public record Reproduction(Expectations expectations, List<OfRecording> recordings) {

  public Reproduction {
    recordings = List.copyOf(recordings);
  }

  /**
   * What became of one recording.
   *
   * @param expected what was expected
   * @param problems why it could not be run: a file that is missing or another, or does not fit
   * @param missing whether it could not be run because files are missing
   * @param checks its figures; none where it could not be run
   */
  public record OfRecording(
      Expectations.Recording expected,
      List<Problem> problems,
      boolean missing,
      List<Check> checks) {

    public OfRecording {
      problems = List.copyOf(problems);
      checks = List.copyOf(checks);
    }

    /** How many figures have this verdict. */
    public long count(Check.Verdict verdict) {
      return checks.stream().filter(check -> check.verdict() == verdict).count();
    }

    /** Whether everything came out as it should. */
    public boolean isGood() {
      return problems.isEmpty() && checks.stream().allMatch(check -> check.verdict().isGood());
    }
  }

  /** Figures that were expected. */
  public long figures() {
    return recordings.stream().mapToLong(one -> one.expected().figures().size()).sum();
  }

  /** How many figures have this verdict. */
  public long count(Check.Verdict verdict) {
    return recordings.stream().mapToLong(one -> one.count(verdict)).sum();
  }

  /** Whether a figure came out otherwise than expected, or a file is another than the one meant. */
  public boolean differs() {
    return recordings.stream().anyMatch(one -> !one.isGood() && !one.missing());
  }

  /** Whether something could not be compared because its file is missing. */
  public boolean incomplete() {
    return recordings.stream().anyMatch(OfRecording::missing);
  }
}

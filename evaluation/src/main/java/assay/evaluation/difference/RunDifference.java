package assay.evaluation.difference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each cause explains of the gap between two runs, the second's mean score minus the first's.
 *
 * <p>What only one run scored, questions and further trials of a question (epochs that the other
 * run does not have), explains {@code (B − B′) − (A − A′)}, where A and B are the means over all
 * questions of a run and A′ and B′ those over the trials of both. Of a trial of both, the
 * difference of its scores, divided by the number of such questions and by the question's trials of
 * both, is laid to one cause: where the replies are equal, to the reading if that differs, else to
 * the scoring; where they differ, to the first of prompt, images and settings that is known to
 * differ, else to the reply. So the parts add up to the gap, and all but the sample set to {@code
 * B′ − A′}.
 *
 * @param first what the first run gave
 * @param second what the second run gave
 * @param matched questions that both scored in a trial
 * @param trials trials of those questions that both scored
 * @param otherTarget questions among them whose right answers differ, both being stated
 * @param gap the second's mean minus the first's; null where one has no score
 * @param shares one for each cause, in order
 * @param settings which settings differ, and how
 * @param flips trials whose score differs, in the first run's order
 */
public record RunDifference(
    Scored first,
    Scored second,
    long matched,
    long trials,
    long otherTarget,
    @Nullable Double gap,
    List<Share> shares,
    Settings settings,
    List<Flip> flips) {

  public RunDifference {
    shares = List.copyOf(shares);
    flips = List.copyOf(flips);
  }

  /**
   * What a run gave.
   *
   * @param questions questions with a score
   * @param unscored trials without one: skipped, failed, undefined
   * @param mean mean score over the questions, or null where there are none
   * @param meanOfMatched mean score over the trials that both scored, or null
   * @param extractor the rule that read
   * @param scorer the rule that scored
   */
  public record Scored(
      long questions,
      long unscored,
      @Nullable Double mean,
      @Nullable Double meanOfMatched,
      String extractor,
      String scorer) {}

  /**
   * What a cause explains.
   *
   * @param cause the cause
   * @param known whether both runs state what is compared, for any question
   * @param differing trials of both that differ in it, whatever that explains; of the sample set,
   *     trials that only one run scored
   * @param flips trials whose difference of scores is laid to it
   * @param points what it adds to the gap
   */
  public record Share(Cause cause, boolean known, long differing, long flips, double points) {}

  /**
   * What is known of settings.
   *
   * @param differing those that are known to differ, those of most trials first
   * @param firstAlone those that the first run alone states: neither equal nor different
   * @param secondAlone those that the second run alone states
   */
  public record Settings(
      List<Setting> differing, List<StatedAlone> firstAlone, List<StatedAlone> secondAlone) {
    public Settings {
      differing = List.copyOf(differing);
      firstAlone = List.copyOf(firstAlone);
      secondAlone = List.copyOf(secondAlone);
    }
  }

  /**
   * A setting that differs. What is laid to the settings is laid to every one of a trial that
   * differs, so settings that changed together carry the same flips.
   *
   * @param name its name
   * @param first its value in the first run, or null where it was left to the endpoint
   * @param second its value in the second run, or null
   * @param differing trials of both that differ in it
   * @param flips trials among them whose difference of scores is laid to the settings
   * @param points what those add to the gap
   */
  public record Setting(
      String name,
      @Nullable String first,
      @Nullable String second,
      long differing,
      long flips,
      double points) {}

  /**
   * A setting that one run states of a trial and the other does not.
   *
   * @param name its name
   * @param value its value
   * @param trials of how many
   */
  public record StatedAlone(String name, String value, long trials) {}

  /**
   * A question whose score differs in a trial.
   *
   * @param firstId the sample's id in the first run
   * @param secondId the sample's id in the second run
   * @param epoch the repetition
   * @param cause what the difference is laid to
   * @param firstScore score in the first run
   * @param secondScore score in the second run
   * @param firstRead what the first run read; empty where nothing was read
   * @param secondRead what the second run read
   */
  public record Flip(
      String firstId,
      String secondId,
      int epoch,
      Cause cause,
      double firstScore,
      double secondScore,
      String firstRead,
      String secondRead) {}

  /** Compares what two runs gave; of one benchmark, questions are matched by id alone. */
  static RunDifference of(Side first, Side second, boolean sameBenchmark) {
    return new Gap(first, second, QuestionMatch.of(first, second, sameBenchmark)).result();
  }
}

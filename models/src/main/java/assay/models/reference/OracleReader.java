package assay.models.reference;

import assay.core.Answer;
import assay.core.Sample;
import assay.core.Target;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Presented;
import assay.core.exchange.ReferenceReader;
import assay.core.exchange.Reply;
import assay.core.exchange.Trial;
import java.util.Locale;
import java.util.SortedSet;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Knows the truth and tells it with a given probability, else something that is surely wrong:
 * another option, the other of yes and no, a number beyond the tolerance. What its accuracy is
 * measured to be shows the measurement's own error.
 */
public final class OracleReader implements ReferenceReader {

  private final double accuracy;
  private final long seed;

  /**
   * A reader of known accuracy.
   *
   * @param accuracy probability of telling the truth, 0 to 1
   * @param seed seed of its lies
   * @throws IllegalArgumentException if the accuracy is no probability
   */
  public OracleReader(double accuracy, long seed) {
    if (!(accuracy >= 0 && accuracy <= 1)) {
      throw new IllegalArgumentException("accuracy " + accuracy + ": expected 0 to 1");
    }
    this.accuracy = accuracy;
    this.seed = seed;
  }

  @Override
  public String name() {
    return String.format(Locale.ROOT, "reader:oracle,accuracy=%s", accuracy);
  }

  @Override
  public String identity() {
    return name() + ",seed=" + seed;
  }

  @Override
  public Attempt answer(Trial trial, Sample sample) {
    if (sample.target() instanceof Target.Unstated) {
      return new Attempt.Failed(
          FailureKind.REJECTED, "the right answer is not stated, so it is not known");
    }
    UniformRandomProvider random = TrialDraws.of("oracle", seed, trial.id());
    boolean right = random.nextDouble() < accuracy;
    Presented presented = trial.presented();
    return new Attempt.Answered(
        Reply.of(
            switch (sample.target()) {
              case Target.Choice choice -> {
                SortedSet<String> gold = ShownGold.keys(choice, sample, presented);
                yield right && !gold.isEmpty()
                    ? CanonicalReply.of(new Answer.Choice(gold))
                    : WrongAnswer.choice(gold, presented.options(), random);
              }
              case Target.YesNo yesNo -> CanonicalReply.of(new Answer.YesNo(yesNo.yes() == right));
              case Target.Text text ->
                  CanonicalReply.of(
                      new Answer.Text(
                          right
                              ? text.references().getFirst()
                              : WrongAnswer.text(text.references(), random)));
              case Target.Number number ->
                  CanonicalReply.of(
                      new Answer.Number(
                          right ? RightAnswer.number(number) : WrongAnswer.number(number, random),
                          number.unit()));
              case Target.Date date ->
                  CanonicalReply.of(
                      new Answer.Date(right ? date.day() : WrongAnswer.date(date.day(), random)));
              case Target.Labels labels ->
                  CanonicalReply.of(
                      new Answer.Labels(
                          right
                              ? labels.labels()
                              : WrongAnswer.labels(labels.labels(), presented.options(), random)));
              case Target.Unstated unstated ->
                  throw new IllegalStateException("asked for what nobody states");
            }));
  }
}

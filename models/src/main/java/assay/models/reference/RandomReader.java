package assay.models.reference;

import assay.core.Answer;
import assay.core.Option;
import assay.core.Sample;
import assay.core.exchange.Attempt;
import assay.core.exchange.Presented;
import assay.core.exchange.ReferenceReader;
import assay.core.exchange.Reply;
import assay.core.exchange.Trial;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Answers at random without looking at the truth: one of the options shown, each as likely; yes or
 * no, each as likely; each label shown with probability one half; a whole number from 0 to 100; a
 * day from 2000-01-01 to 2029-12-31; a word of the question.
 */
public final class RandomReader implements ReferenceReader {

  private static final int LARGEST = 100;
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final int DAYS = 10_958; // the thirty years up to 2029-12-31

  private final long seed;

  /** A reader that guesses. */
  public RandomReader(long seed) {
    this.seed = seed;
  }

  @Override
  public String name() {
    return "reader:random";
  }

  @Override
  public String identity() {
    return "reader:random,seed=" + seed;
  }

  @Override
  public Attempt answer(Trial trial, Sample sample) {
    Presented presented = trial.presented();
    UniformRandomProvider random = TrialDraws.of("random", seed, trial.id());
    return new Attempt.Answered(
        Reply.of(
            switch (presented.kind()) {
              case CHOICE -> {
                List<Option> options = presented.options();
                yield options.isEmpty()
                    ? CanonicalReply.PREFIX + CanonicalReply.NONE
                    : CanonicalReply.of(
                        Answer.Choice.of(options.get(random.nextInt(options.size())).key()));
              }
              case YES_NO -> CanonicalReply.of(new Answer.YesNo(random.nextBoolean()));
              case TEXT -> {
                List<String> words = Words.of(presented.question());
                yield words.isEmpty()
                    ? CanonicalReply.PREFIX + CanonicalReply.NONE
                    : CanonicalReply.of(new Answer.Text(words.get(random.nextInt(words.size()))));
              }
              case NUMBER ->
                  CanonicalReply.of(
                      new Answer.Number(random.nextInt(LARGEST + 1), presented.unit()));
              case DATE ->
                  CanonicalReply.of(new Answer.Date(FIRST_DAY.plusDays(random.nextInt(DAYS))));
              case LABELS -> {
                SortedSet<String> labels = new TreeSet<>();
                for (Option option : presented.options()) {
                  if (random.nextBoolean()) {
                    labels.add(option.text());
                  }
                }
                yield CanonicalReply.of(new Answer.Labels(labels));
              }
            }));
  }
}

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
import java.util.TreeSet;

/**
 * Takes what comes first: the first option shown, the first label shown, yes, the first number of
 * the question (0 where it holds none), its first word, the first day of 2000. It has nothing but a
 * bias of position.
 */
public final class FirstReader implements ReferenceReader {

  private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

  @Override
  public String name() {
    return "reader:first";
  }

  @Override
  public String identity() {
    return name();
  }

  @Override
  public Attempt answer(Trial trial, Sample sample) {
    Presented presented = trial.presented();
    List<Option> options = presented.options();
    return new Attempt.Answered(
        Reply.of(
            switch (presented.kind()) {
              case CHOICE ->
                  options.isEmpty()
                      ? CanonicalReply.PREFIX + CanonicalReply.NONE
                      : CanonicalReply.of(Answer.Choice.of(options.getFirst().key()));
              case YES_NO -> CanonicalReply.of(new Answer.YesNo(true));
              case TEXT -> {
                List<String> words = Words.of(presented.question());
                yield words.isEmpty()
                    ? CanonicalReply.PREFIX + CanonicalReply.NONE
                    : CanonicalReply.of(new Answer.Text(words.getFirst()));
              }
              case NUMBER ->
                  CanonicalReply.of(
                      new Answer.Number(Words.firstNumber(presented.question()), presented.unit()));
              case DATE -> CanonicalReply.of(new Answer.Date(DAY));
              case LABELS ->
                  CanonicalReply.of(
                      new Answer.Labels(
                          options.isEmpty()
                              ? new TreeSet<>()
                              : new TreeSet<>(List.of(options.getFirst().text()))));
            }));
  }
}

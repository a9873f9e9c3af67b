package assay.models.reference;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.Sample;
import assay.core.Sha256;
import assay.core.exchange.Attempt;
import assay.core.exchange.Presented;
import assay.core.exchange.ReferenceReader;
import assay.core.exchange.Reply;
import assay.core.exchange.Trial;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Gives the most frequent gold of the question's kind without looking at the question. Where that
 * is a key that is not shown, it takes the first option.
 */
public final class PriorReader implements ReferenceReader {

  private final GoldTally tally;

  /** A reader that knows how often each gold occurs, and nothing else. */
  public PriorReader(GoldTally tally) {
    this.tally = tally;
  }

  @Override
  public String name() {
    return "reader:prior";
  }

  /** Names what it says, for another pool makes another reader of it. */
  @Override
  public String identity() {
    StringBuilder said = new StringBuilder();
    for (AnswerKind kind : AnswerKind.values()) {
      said.append(kind.id()).append('=').append(says(kind)).append('\n');
    }
    return name() + "," + Sha256.of(said.toString());
  }

  @Override
  public Attempt answer(Trial trial, Sample sample) {
    Presented presented = trial.presented();
    String text =
        switch (presented.kind()) {
          case CHOICE -> choice(presented.options());
          case YES_NO, TEXT, NUMBER, DATE, LABELS -> says(presented.kind());
        };
    return new Attempt.Answered(Reply.of(text));
  }

  private String says(AnswerKind kind) {
    return tally
        .mostFrequent(kind)
        .map(CanonicalReply::of)
        .orElse(CanonicalReply.PREFIX + CanonicalReply.NONE);
  }

  private String choice(List<Option> options) {
    SortedSet<String> shown = new TreeSet<>(options.stream().map(Option::key).toList());
    Optional<Answer> most = tally.mostFrequent(AnswerKind.CHOICE);
    if (most.isPresent()
        && most.get() instanceof Answer.Choice choice
        && (options.isEmpty() || shown.containsAll(choice.keys()))) {
      return CanonicalReply.of(choice);
    }
    return options.isEmpty()
        ? CanonicalReply.PREFIX + CanonicalReply.NONE
        : CanonicalReply.of(Answer.Choice.of(options.getFirst().key()));
  }
}

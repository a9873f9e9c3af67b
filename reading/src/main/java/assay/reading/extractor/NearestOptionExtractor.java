package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.similarity.SequenceMatcher;
import assay.reading.text.Folding;
import java.util.EnumSet;

/**
 * The option whose text is most like the reply by {@code difflib}'s ratio ({@link SequenceMatcher},
 * option first), the first of equal ones: CARES' rule, and that of PMC-VQA. It always finds one,
 * were it for a few letters in common, so an answer whose option's text is not in the reply is
 * marked as guessed. Replies of more than 100,000 characters are unreadable ({@code too long}).
 */
public final class NearestOptionExtractor extends ReplyRule {

  private static final int MOST_CHARACTERS = 100_000;
  private static final int MOST_OF_OPTION = 2_000;

  public NearestOptionExtractor() {
    super(
        new Descriptor(
            "nearest-option",
            1,
            "the option whose text is most like the reply by difflib's ratio",
            "Xia et al. 2024, arXiv:2406.06007; src/eval/eval_multichoice.py of"
                + " github.com/richard-peng-xia/CARES, a743fe0; difflib of CPython 3.11"),
        EnumSet.of(AnswerKind.CHOICE));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    String text = reply.text();
    if (text.length() > MOST_CHARACTERS) {
      return Readings.unreadable("too long");
    }
    Option nearest = null;
    double highest = 0;
    for (Option option : presented.options()) {
      if (option.text().length() > MOST_OF_OPTION) {
        continue;
      }
      double ratio = new SequenceMatcher(option.text(), text).ratio();
      if (ratio > highest) {
        highest = ratio;
        nearest = option;
      }
    }
    if (nearest == null) {
      return Readings.NO_OPTION;
    }
    boolean said = Folding.folded(text).contains(Folding.folded(nearest.text().strip()));
    return new Reading.Read(Answer.Choice.of(nearest.key()), null, !said);
  }
}

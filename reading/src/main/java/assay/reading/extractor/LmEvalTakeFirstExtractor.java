package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import java.util.EnumSet;

/**
 * The filter {@code take_first} of lm-evaluation-harness, its default: of several replies to one
 * question the first, as it stands. Here a trial has one reply, and which epochs count is a matter
 * of the estimate; so this rule takes the whole reply, nothing trimmed.
 */
public final class LmEvalTakeFirstExtractor extends ReplyRule {

  public LmEvalTakeFirstExtractor() {
    super(
        new Descriptor(
            "lm-eval-take-first",
            1,
            "the whole reply, nothing trimmed",
            "lm-evaluation-harness, lm_eval/filters/selection.py take_first"
                + " (github.com/EleutherAI/lm-evaluation-harness, 4e7e0d4)"),
        EnumSet.of(AnswerKind.TEXT));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    String text = reply.text();
    return text.isBlank() ? Unread.EMPTY : Readings.read(new Answer.Text(text), 0, text.length());
  }
}

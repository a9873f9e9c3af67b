package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.VisibleText;
import java.util.EnumSet;

/**
 * The whole trimmed reply as text, whatever was asked, for scorers that compare texts. Reasoning
 * between tags is passed over. Used for MUMC on VQA-RAD, whose model generates answers of a word or
 * two; on replies in sentences it finds nothing right.
 */
public final class WholeExtractor extends ReplyRule {

  public WholeExtractor() {
    super(
        new Descriptor(
            "whole",
            1,
            "the whole trimmed reply as text",
            "MUMC, vqaEvaluate.py (github.com/pengfeiliHEU/MUMC); Li et al. 2023, arXiv:2307.05314"),
        EnumSet.allOf(AnswerKind.class));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    return visible.isBlank()
        ? Unread.EMPTY
        : Readings.read(new Answer.Text(visible.trimmed()), visible.start(), visible.end());
  }
}

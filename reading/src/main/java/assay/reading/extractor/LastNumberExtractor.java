package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.Numerals;
import assay.reading.text.Units;
import assay.reading.text.VisibleText;
import java.util.EnumSet;
import java.util.List;

/**
 * The last number of the reply with its unit, whatever stands around it. The common rule for
 * calculations; errs where a reply goes on after its result ("… 22.9 kg/m², above the limit of
 * 18.5").
 */
public final class LastNumberExtractor extends ReplyRule {

  public LastNumberExtractor() {
    super(
        new Descriptor(
            "number",
            1,
            "the last number of the reply, with its unit",
            "after the filter flexible-extract of gsm8k in lm-evaluation-harness"),
        EnumSet.of(AnswerKind.NUMBER));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    List<Numerals.Found> all =
        Numerals.all(visible.folded(), visible.start(), visible.end(), presented.language());
    if (all.isEmpty()) {
      return Readings.unreadable("no number");
    }
    Numerals.Found last = all.getLast();
    String unit = last.unit() == null ? null : Units.code(last.unit());
    return Readings.read(new Answer.Number(last.value(), unit), last.start(), last.unitEnd());
  }
}

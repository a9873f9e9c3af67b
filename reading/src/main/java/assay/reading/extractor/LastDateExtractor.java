package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.Days;
import assay.reading.text.VisibleText;
import java.util.EnumSet;
import java.util.List;

/**
 * The last day of the calendar in the reply, in any of the forms of {@link Days}. Where day and
 * month could be swapped, month first, as in MedCalc-Bench, unless the question or its language
 * says otherwise.
 */
public final class LastDateExtractor extends ReplyRule {

  public LastDateExtractor() {
    super(
        new Descriptor(
            "date",
            1,
            "the last day of the calendar in the reply",
            "Assay, docs/guide/reading-answers.md"),
        EnumSet.of(AnswerKind.DATE));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    Days.Order said = Days.order(presented.language(), presented.question());
    Days.Order order = said == Days.Order.UNKNOWN ? Days.Order.MONTH_FIRST : said;
    List<Days.Found> all = Days.all(visible.folded(), visible.start(), visible.end(), order);
    for (Days.Found day : all.reversed()) {
      if (day.day() != null) {
        return Readings.read(new Answer.Date(day.day()), day.start(), day.end());
      }
    }
    return Readings.unreadable("no date");
  }
}

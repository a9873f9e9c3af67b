package assay.reading.extractor.layered;

import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.extractor.Readings;
import assay.reading.extractor.ReplyRule;
import assay.reading.text.VisibleText;
import java.util.EnumSet;

/**
 * Several options, for questions in which more than one may be right: what a careful reader would
 * take as the options that a reply gives, and nothing where that reader would hesitate; see {@link
 * SetReader}.
 */
public final class LettersExtractor extends ReplyRule {

  private static final Reading ERROR = Readings.unreadable("error text");

  public LettersExtractor() {
    super(
        new Descriptor(
            "letters",
            1,
            "every option that a reply gives, for questions with several right options",
            "Assay, docs/guide/reading-answers.md"),
        EnumSet.of(AnswerKind.CHOICE));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    if (visible.isBlank()) {
      return Readings.unreadable("empty");
    }
    return ErrorTexts.is(visible) ? ERROR : new SetReader(visible, presented).read();
  }
}

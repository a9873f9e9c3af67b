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
 * The default rule: what a careful reader would take as the answer, and nothing where that reader
 * would hesitate. Reasoning between tags or in a field of its own is never read. It looks in
 * layers: values marked for machines, answers announced in words, options named by key or text; see
 * the reader of each kind. It never guesses.
 */
public final class LayeredExtractor extends ReplyRule {

  private static final Reading ERROR = Readings.unreadable("error text");

  public LayeredExtractor() {
    super(
        new Descriptor(
            "layered",
            1,
            "what a careful reader would take as the answer; never guesses",
            "Assay, docs/guide/reading-answers.md"),
        EnumSet.allOf(AnswerKind.class));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    if (visible.isBlank()) {
      return Readings.unreadable("empty");
    }
    if (ErrorTexts.is(visible)) {
      return ERROR;
    }
    return switch (presented.kind()) {
      case CHOICE -> choice(visible, presented);
      case YES_NO -> new YesNoReader(CheckBoxes.of(visible).rest(), presented).read();
      case NUMBER -> new NumberReader(visible, presented).read();
      case DATE -> new DateReader(visible, presented).read();
      case TEXT -> TextReader.read(visible);
      case LABELS -> new LabelsReader(CheckBoxes.of(visible).rest(), presented).read();
    };
  }

  private static Reading choice(VisibleText visible, Presented presented) {
    CheckBoxes boxes = CheckBoxes.of(visible);
    return boxes.ticked() > 1
        ? Readings.SEVERAL_OPTIONS
        : new ChoiceReader(boxes.rest(), presented).read();
  }
}

package assay.reading.extractor.layered;

import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.core.measure.Span;
import assay.reading.extractor.Readings;
import assay.reading.extractor.ReplyRule;
import assay.reading.text.VisibleText;
import java.util.EnumSet;

/**
 * The last value that the reply marks for machines, {@code <answer>…</answer>}, {@code \boxed{…}},
 * {@code "answer": …}, {@code [[…]]}, {@code #### …}, read by the default rule; nothing where there
 * is no such mark, however plainly the reply speaks. For prompts that ask for the mark: what it
 * leaves unread did not do as it was told.
 */
public final class TaggedExtractor extends ReplyRule {

  private final LayeredExtractor layered = new LayeredExtractor();

  public TaggedExtractor() {
    super(
        new Descriptor(
            "tagged",
            1,
            "the last value marked by a tag, a box or a field, nothing else",
            "Assay, docs/guide/reading-answers.md"),
        EnumSet.allOf(AnswerKind.class));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    return MarkedValues.last(visible) == null
        ? Readings.unreadable("no tag")
        : within(layered.extract(reply, presented), visible);
  }

  /** An answer that the default rule took from elsewhere is none of the mark's. */
  private static Reading within(Reading reading, VisibleText visible) {
    Span marked = MarkedValues.last(visible);
    boolean elsewhere =
        reading instanceof Reading.Read read
            && read.evidence() != null
            && marked != null
            && read.evidence().start() < marked.start();
    return elsewhere ? Readings.unreadable("no tag") : reading;
  }
}

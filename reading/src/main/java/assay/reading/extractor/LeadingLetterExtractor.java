package assay.reading.extractor;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.PythonText;
import assay.reading.text.VisibleText;
import java.util.EnumSet;

/**
 * The key at the very beginning of the trimmed reply, case as written, if a full stop, a closing
 * bracket, a colon, a blank or nothing follows it. Reads what models that answer by a letter give;
 * takes the article for an option in "A mass is seen"; finds nothing in paragraphs.
 */
public final class LeadingLetterExtractor extends ReplyRule {

  public LeadingLetterExtractor() {
    super(
        new Descriptor(
            "leading-letter",
            1,
            "the key that the reply begins with",
            "the form in which WorldMedQA-V's open models answer (github.com/WorldMedQA/V, ec9c474)"),
        EnumSet.of(AnswerKind.CHOICE));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    VisibleText visible = VisibleText.of(reply.text());
    String text = visible.text();
    for (Option option : presented.options()) {
      String key = option.key();
      int end = visible.start() + key.length();
      if (end > visible.end() || !text.startsWith(key, visible.start())) {
        continue;
      }
      boolean ends = end == visible.end() || ".):".indexOf(text.charAt(end)) >= 0;
      if (ends || PythonText.isSpace(text.charAt(end))) {
        return Readings.option(key, visible.start(), end);
      }
    }
    return Readings.unreadable("does not begin with a key");
  }
}

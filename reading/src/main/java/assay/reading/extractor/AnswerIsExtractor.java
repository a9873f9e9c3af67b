package assay.reading.extractor;

import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import java.util.EnumSet;

/**
 * The capital letter behind the first {@code answer is}, with or without an opening bracket: {@code
 * answer is \(?([A-J])\)?}, the rule of MMLU-Pro in lm-evaluation-harness. Case as written; "the
 * answer is Asthma" is A, and what corrects itself later is read as it was first.
 */
public final class AnswerIsExtractor extends ReplyRule {

  private static final String TRIGGER = "answer is ";

  public AnswerIsExtractor() {
    super(
        new Descriptor(
            "answer-is",
            1,
            "the letter behind the first 'answer is'",
            "lm-evaluation-harness, lm_eval/tasks/mmlu_pro custom-extract"
                + " (github.com/EleutherAI/lm-evaluation-harness, 4e7e0d4)"),
        EnumSet.of(AnswerKind.CHOICE));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    String text = reply.text();
    for (int at = text.indexOf(TRIGGER); at >= 0; at = text.indexOf(TRIGGER, at + 1)) {
      int letter = at + TRIGGER.length();
      if (letter < text.length() && text.charAt(letter) == '(') {
        letter++;
      }
      if (letter < text.length() && text.charAt(letter) >= 'A' && text.charAt(letter) <= 'J') {
        String key = text.substring(letter, letter + 1);
        return Shown.isKey(key, presented)
            ? Readings.option(key, letter, letter + 1)
            : Readings.FOREIGN_LETTER;
      }
    }
    return Readings.unreadable("no 'answer is'");
  }
}

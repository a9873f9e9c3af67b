package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.PythonText;
import java.util.EnumSet;
import java.util.List;

/**
 * MedXpertQA's rule for its zero-shot prompts: what stands behind the first "Among A through E, the
 * answer is" (with the letters of the question's options), else behind the first " answer is ",
 * else the whole reply; from it "I understand" and "A through J", "E", "D" are taken out; the first
 * option's letter that stands as a word is the answer. So the article in "A mass" is option A, and
 * so is the first option that a discussion names. Options are A, B, C, … in their order.
 */
public final class MedXpertQaExtractor extends ReplyRule {

  private static final List<String> UNWANTED =
      List.of("I understand", "A through J", "A through E", "A through D");

  public MedXpertQaExtractor() {
    super(
        new Descriptor(
            "medxpertqa",
            1,
            "the first option letter as a word behind 'answer is', else anywhere",
            "Zuo et al. 2025, arXiv:2501.18362; eval/utils.py answer_cleansing of"
                + " github.com/TsinghuaC3I/MedXpertQA, f21247d"),
        EnumSet.of(AnswerKind.CHOICE));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    String text = reply.text();
    int options = Math.min(26, presented.options().size());
    String trigger =
        "Among A through " + (char) ('A' + Math.max(0, options - 1)) + ", the answer is";
    String said = behind(text, trigger);
    if (said == null) {
      said = behind(text, " answer is ");
    }
    String left = said == null ? text : said;
    for (String unwanted : UNWANTED) {
      left = left.replace(unwanted, "");
    }
    for (int i = 0; i < left.length(); i++) {
      char c = left.charAt(i);
      boolean letter = c >= 'A' && c < 'A' + options;
      boolean begins = i == 0 || !PythonText.isWord(left.charAt(i - 1));
      boolean ends = i + 1 == left.length() || !PythonText.isWord(left.charAt(i + 1));
      if (letter && begins && ends) {
        String key = String.valueOf(c);
        return Shown.isKey(key, presented)
            ? new Reading.Read(Answer.Choice.of(key), null, false)
            : Readings.FOREIGN_LETTER;
      }
    }
    return Readings.NO_OPTION;
  }

  /** What stands between the first and the second trigger, or null where there is none. */
  private static @org.jspecify.annotations.Nullable String behind(String text, String trigger) {
    int at = text.indexOf(trigger);
    if (at < 0) {
      return null;
    }
    int from = at + trigger.length();
    int second = text.indexOf(trigger, from);
    return PythonText.strip(text.substring(from, second < 0 ? text.length() : second));
  }
}

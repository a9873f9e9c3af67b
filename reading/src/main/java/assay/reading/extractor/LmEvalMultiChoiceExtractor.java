package assay.reading.extractor;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.PythonText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * The filter {@code multi_choice_regex} of lm-evaluation-harness as its generative MMLU tasks use
 * it (flexible-extract: last match, case and punctuation ignored): the last capital letter in round
 * brackets; else the last option text, both sides lower case and without punctuation; else the last
 * option letter behind a colon, with or without blanks between. A bracketed letter decides even
 * where it is ruled out: "The answer is B, not (A)" is A.
 *
 * <p>Quirks of the original that are kept:
 *
 * <ul>
 *   <li>What it finds is stripped of outer blanks before it is looked up, the option texts are not
 *       once their punctuation is gone. So an option such as "# 5-16" (bare: " 516") is found and
 *       then not known: the original gives " 516" back as the answer, which no gold letter equals.
 *       Here such a reply is unreadable, unless the stripped text is another option's, which is
 *       then read, or a lone option letter, which its metric takes for that option.
 *   <li>Bare numbers run together: "0.1%" is "01", so it is found in "2001" and in "1.01".
 *   <li>Texts match inside words, and of several that begin at one place the first option's wins,
 *       not the longest.
 *   <li>If an option is nothing but punctuation, no option text is ever found.
 * </ul>
 */
public final class LmEvalMultiChoiceExtractor extends ReplyRule {

  private static final Reading NOT_LOOKED_UP =
      Readings.unreadable("the text found is no option without its outer blanks");

  public LmEvalMultiChoiceExtractor() {
    super(
        new Descriptor(
            "lm-eval-multi-choice",
            1,
            "the last letter in brackets, else the last option text, else a letter behind a colon",
            "lm-evaluation-harness, lm_eval/filters/extraction.py multi_choice_regex, as in"
                + " mmlu/flan_cot_zeroshot (github.com/EleutherAI/lm-evaluation-harness, 4e7e0d4)"),
        EnumSet.of(AnswerKind.CHOICE));
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    String text = reply.text();
    for (int i = text.length() - 3; i >= 0; i--) {
      char letter = text.charAt(i + 1);
      boolean bracketed = text.charAt(i) == '(' && text.charAt(i + 2) == ')';
      if (bracketed && letter >= 'A' && letter <= 'Z') {
        String key = String.valueOf(letter);
        return Shown.isKey(key, presented)
            ? Readings.option(key, i, i + 3)
            : Readings.FOREIGN_LETTER;
      }
    }
    List<String> texts = new ArrayList<>();
    for (Option option : presented.options()) {
      texts.add(bare(PythonText.strip(option.text())));
    }
    String found = PythonText.strip(lastMatch(bare(text), texts));
    if (found.isEmpty()) {
      return behindColon(text, presented);
    }
    int option = texts.lastIndexOf(found);
    String key = option >= 0 ? presented.options().get(option).key() : Shown.key(found, presented);
    return key == null ? NOT_LOOKED_UP : Readings.option(key, 0, text.length());
  }

  /**
   * The last match, from the left, of the first option text in the options' order at each place;
   * empty if there is none.
   */
  private static String lastMatch(String text, List<String> texts) {
    if (texts.contains("")) {
      return ""; // an empty pattern matches at the very end, and that is no match
    }
    String last = "";
    int i = 0;
    while (i < text.length()) {
      int matched = -1;
      for (int option = 0; option < texts.size() && matched < 0; option++) {
        if (text.startsWith(texts.get(option), i)) {
          matched = option;
        }
      }
      if (matched < 0) {
        i++;
      } else {
        last = texts.get(matched);
        i += last.length();
      }
    }
    return last;
  }

  private static Reading behindColon(String text, Presented presented) {
    for (int colon = text.lastIndexOf(':'); colon >= 0; colon = text.lastIndexOf(':', colon - 1)) {
      int at = colon + 1;
      while (at < text.length() && PythonText.isSpace(text.charAt(at))) {
        at++;
      }
      if (at < text.length() && Shown.isKey(text.substring(at, at + 1), presented)) {
        return Readings.option(text.substring(at, at + 1), at, at + 1);
      }
    }
    return Readings.NO_OPTION;
  }

  /** Lower case and without any character of Unicode's punctuation categories. */
  private static String bare(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      i += Character.charCount(c);
      boolean punctuation =
          switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                Character.DASH_PUNCTUATION,
                Character.START_PUNCTUATION,
                Character.END_PUNCTUATION,
                Character.INITIAL_QUOTE_PUNCTUATION,
                Character.FINAL_QUOTE_PUNCTUATION,
                Character.OTHER_PUNCTUATION ->
                true;
            default -> false;
          };
      if (!punctuation) {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }
}

package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.PythonText;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.EnumSet;

/**
 * The filter {@code regex} of lm-evaluation-harness: of all matches of a pattern, from the left and
 * without overlap, the first or the last; of its groups the first that is not empty; outer blanks
 * off. For a number the commas, dollar signs and a last full stop are dropped, as the harness'
 * tasks do before they compare. For a choice it must be a key. Patterns run in linear time (RE2),
 * so those with look-around or back-references are refused.
 */
public final class LmEvalRegexExtractor extends ReplyRule {

  private static final String SOURCE =
      "lm-evaluation-harness, lm_eval/filters/extraction.py regex"
          + " (github.com/EleutherAI/lm-evaluation-harness, 4e7e0d4)";

  /** Which of several matches counts. */
  public enum Which {
    FIRST,
    LAST
  }

  private final Pattern pattern;
  private final Which which;

  /**
   * A filter with a pattern of its own.
   *
   * @throws com.google.re2j.PatternSyntaxException if the pattern is none of RE2's
   */
  public LmEvalRegexExtractor(Descriptor descriptor, String pattern, Which which) {
    super(descriptor, EnumSet.of(AnswerKind.NUMBER, AnswerKind.TEXT, AnswerKind.CHOICE));
    this.pattern = Pattern.compile(pattern);
    this.which = which;
  }

  /** {@code lm-eval-regex}: the filter's default pattern, a number behind {@code ####}. */
  public static LmEvalRegexExtractor hashes() {
    return new LmEvalRegexExtractor(
        new Descriptor("lm-eval-regex", 1, "the number behind the first '#### '", SOURCE),
        "#### (\\-?[0-9\\.\\,]+)",
        Which.FIRST);
  }

  /** {@code lm-eval-flexible}: gsm8k's flexible-extract, the last run of digits and marks. */
  public static LmEvalRegexExtractor flexible() {
    return new LmEvalRegexExtractor(
        new Descriptor(
            "lm-eval-flexible",
            1,
            "the last run of digits, points and commas",
            SOURCE + ", as in gsm8k flexible-extract"),
        "(-?[$0-9.,]{2,})|(-?[0-9]+)",
        Which.LAST);
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    String text = reply.text();
    Matcher matcher = pattern.matcher(text);
    int start = -1;
    int end = -1;
    while (matcher.find()) {
      int group = group(matcher);
      start = matcher.start(group);
      end = matcher.end(group);
      if (which == Which.FIRST) {
        break;
      }
    }
    if (start < 0) {
      return Readings.unreadable("no match");
    }
    String found = PythonText.strip(text.substring(start, end));
    return switch (presented.kind()) {
      case NUMBER -> number(found, start, end);
      case CHOICE ->
          Shown.isKey(found, presented)
              ? Readings.option(found, start, end)
              : Readings.unreadable("match is no option");
      case TEXT, YES_NO, DATE, LABELS ->
          found.isEmpty()
              ? Readings.unreadable("no match")
              : Readings.read(new Answer.Text(found), start, end);
    };
  }

  /** The first group that is not empty; the whole match where the pattern has no groups. */
  private static int group(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.start(group) >= 0 && matcher.end(group) > matcher.start(group)) {
        return group;
      }
    }
    return 0;
  }

  private static Reading number(String found, int start, int end) {
    String plain = found.replace(",", "").replace("$", "");
    if (plain.endsWith(".")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    return PlainNumbers.isPlain(plain) && Double.isFinite(Double.parseDouble(plain))
        ? Readings.read(new Answer.Number(Double.parseDouble(plain), null), start, end)
        : Readings.unreadable("match is no number");
  }
}

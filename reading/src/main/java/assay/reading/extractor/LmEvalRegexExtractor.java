package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.PythonText;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filter {@code regex} of lm-evaluation-harness: of all matches of a pattern, from the left and
 * without overlap, the first or the last; of its groups the first that is not empty; outer blanks
 * off. For a number the commas, dollar signs and a last full stop are dropped, as the harness'
 * tasks do before they compare. For a choice it must be a key, in either case where that is clear;
 * for yes or no one of the words yes, no, true and false. Patterns run in linear time (RE2), so
 * those with look-around or back-references are refused.
 */
public final class LmEvalRegexExtractor extends ReplyRule {

  private static final String SOURCE =
      "lm-evaluation-harness, lm_eval/filters/extraction.py regex"
          + " (github.com/EleutherAI/lm-evaluation-harness, 4e7e0d4)";

  /** Which of several matches counts; the harness' {@code group_select} 0 and -1. */
  public enum Which {
    FIRST("regex:", "the first match of a pattern of one's own (RE2; its first group)"),
    LAST("regex-last:", "the last match of a pattern of one's own (RE2; its first group)");

    private final String prefix;
    private final String title;

    Which(String prefix, String title) {
      this.prefix = prefix;
      this.title = title;
    }

    /** How the names of rules with a pattern of one's own begin. */
    public String prefix() {
      return prefix;
    }
  }

  private static final Set<AnswerKind> KINDS =
      EnumSet.of(AnswerKind.CHOICE, AnswerKind.NUMBER, AnswerKind.TEXT);
  private static final Set<AnswerKind> KINDS_OF_PATTERNS =
      EnumSet.of(AnswerKind.CHOICE, AnswerKind.YES_NO, AnswerKind.NUMBER, AnswerKind.TEXT);

  private static final Set<String> AFFIRMATIVE = Set.of("yes", "true");
  private static final Set<String> NEGATIVE = Set.of("no", "false");

  private final Pattern pattern;
  private final Which which;

  private LmEvalRegexExtractor(
      Descriptor descriptor, Set<AnswerKind> kinds, String pattern, Which which) {
    super(descriptor, kinds);
    this.pattern = Pattern.compile(pattern);
    this.which = which;
  }

  /** {@code lm-eval-regex}: the filter's default pattern, a number behind {@code ####}. */
  public static LmEvalRegexExtractor hashes() {
    return new LmEvalRegexExtractor(
        new Descriptor("lm-eval-regex", 1, "the number behind the first '#### '", SOURCE),
        KINDS,
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
        KINDS,
        "(-?[$0-9.,]{2,})|(-?[0-9]+)",
        Which.LAST);
  }

  /**
   * The rule {@code regex:PATTERN} or {@code regex-last:PATTERN}: the first or last match of a
   * pattern of one's own.
   *
   * @throws AssayException (usage) if RE2 does not know the pattern
   */
  public static LmEvalRegexExtractor own(String pattern, Which which) {
    try {
      return new LmEvalRegexExtractor(
          new Descriptor(which.prefix + pattern, 1, which.title, SOURCE),
          KINDS_OF_PATTERNS,
          pattern,
          which);
    } catch (PatternSyntaxException e) {
      throw AssayException.usage(
          Problem.of("the pattern '" + pattern + "' cannot be used: " + e.getDescription())
              .expected(
                  "a pattern of RE2, without look-around and back-references,"
                      + " for example Answer: ([A-E])")
              .remedy("see github.com/google/re2/wiki/Syntax"));
    }
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
      case CHOICE -> choice(Shown.key(found, presented), start, end);
      case YES_NO -> yesNo(found.toLowerCase(Locale.ROOT), start, end);
      case TEXT, DATE, LABELS ->
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

  private static Reading choice(@Nullable String key, int start, int end) {
    return key == null
        ? Readings.unreadable("match is no option")
        : Readings.option(key, start, end);
  }

  private static Reading yesNo(String word, int start, int end) {
    return AFFIRMATIVE.contains(word) || NEGATIVE.contains(word)
        ? Readings.read(new Answer.YesNo(AFFIRMATIVE.contains(word)), start, end)
        : Readings.unreadable("match is no yes or no");
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

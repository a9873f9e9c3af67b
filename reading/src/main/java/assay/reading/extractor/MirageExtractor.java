package assay.reading.extractor;

import assay.core.Answer;
import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Reading;
import assay.reading.text.PythonText;
import java.util.EnumSet;

/**
 * The rule of the MIRAGE benchmark: what follows the last {@code "answer_choice": "} (the whole
 * text where there is none), trimmed, is searched by ten patterns in their order; the first that
 * matches gives the letter, A to D, case as written.
 *
 * <p>The patterns: the letter alone; the letter at the beginning before {@code " or"}, {@code "
 * and"}, {@code /} or {@code ,}; the letter behind {@code Option} or {@code option} anywhere; the
 * letter behind a colon anywhere; the letter at the beginning before {@code .}, {@code "} or {@code
 * :}. The two that search anywhere take letters of ordinary words: {@code "Reason: Dehydration"} is
 * read as D.
 *
 * <p>Without a match the official rule answers A; {@code mirage} leaves the reply unreadable. An
 * empty reply is unreadable under both, as an empty list is wrong in the official evaluation.
 */
public final class MirageExtractor extends ReplyRule {

  private static final String REFERENCE =
      "MIRAGE, src/utils.py locate_answer and src/evaluate.py (github.com/Teddy-XiongGZ/MIRAGE,"
          + " 392943a)";
  private static final String FIELD = "\"answer_choice\": \"";
  private static final String FALLBACK = "A";

  /** What becomes of a reply that no pattern matches. */
  private enum NoMatch {
    UNREADABLE,
    ANSWER_A
  }

  private final NoMatch noMatch;

  private MirageExtractor(Descriptor descriptor, NoMatch noMatch) {
    super(descriptor, EnumSet.of(AnswerKind.CHOICE));
    this.noMatch = noMatch;
  }

  /** The patterns alone. */
  public static MirageExtractor honest() {
    return new MirageExtractor(
        new Descriptor("mirage", 1, "MIRAGE's patterns, without its guess", REFERENCE),
        NoMatch.UNREADABLE);
  }

  /** The patterns, and A where none matches. */
  public static MirageExtractor official() {
    return new MirageExtractor(
        new Descriptor(
            "mirage-official",
            1,
            "MIRAGE's patterns; A where none matches, counted as guessed",
            REFERENCE),
        NoMatch.ANSWER_A);
  }

  @Override
  protected Reading extract(Reply reply, Presented presented) {
    String text = reply.text();
    if (text.isEmpty()) {
      return Unread.EMPTY;
    }
    int field = text.lastIndexOf(FIELD);
    int from = field < 0 ? 0 : field + FIELD.length();
    int to = text.length();
    while (from < to && PythonText.isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && PythonText.isSpace(text.charAt(to - 1))) {
      to--;
    }
    int at = locate(text, from, to);
    if (at >= 0) {
      String key = text.substring(at, at + 1);
      return Shown.isKey(key, presented)
          ? Readings.option(key, at, at + 1)
          : Readings.FOREIGN_LETTER;
    }
    if (noMatch == NoMatch.ANSWER_A && Shown.isKey(FALLBACK, presented)) {
      return new Reading.Read(Answer.Choice.of(FALLBACK), null, true);
    }
    return Readings.NO_OPTION;
  }

  /** Where the letter stands that the first matching pattern gives, or -1. */
  private static int locate(String text, int from, int to) {
    boolean leads = from < to && isLetter(text.charAt(from));
    if (leads) {
      boolean earlyPattern =
          to - from == 1
              || text.startsWith(" or", from + 1)
              || text.startsWith(" and", from + 1)
              || text.charAt(from + 1) == '/'
              || text.charAt(from + 1) == ',';
      if (earlyPattern) {
        return from;
      }
    }
    int option = behindOption(text, from, to);
    if (option >= 0) {
      return option;
    }
    int colon = behindColon(text, from, to);
    if (colon >= 0) {
      return colon;
    }
    boolean latePattern = leads && ".\":".indexOf(text.charAt(from + 1)) >= 0;
    return latePattern ? from : -1;
  }

  private static int behindOption(String text, int from, int to) {
    int at = text.indexOf("ption ", from);
    while (at >= 0 && at + 6 < to) {
      boolean word = at > from && (text.charAt(at - 1) == 'O' || text.charAt(at - 1) == 'o');
      if (word && isLetter(text.charAt(at + 6))) {
        return at + 6;
      }
      at = text.indexOf("ption ", at + 1);
    }
    return -1;
  }

  private static int behindColon(String text, int from, int to) {
    int at = text.indexOf(':', from);
    while (at >= 0 && at < to) {
      int next = at + 1;
      while (next < to && PythonText.isSpace(text.charAt(next))) {
        next++;
      }
      if (next < to && isLetter(text.charAt(next))) {
        return next;
      }
      at = text.indexOf(':', next);
    }
    return -1;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'D';
  }
}

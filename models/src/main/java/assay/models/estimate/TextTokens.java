package assay.models.estimate;

import java.lang.Character.UnicodeScript;

/**
 * A rule of thumb for the tokens of a text, before any model has seen it. Tokenisers of today's
 * models put between some three and five characters of Latin script into a token, and between a
 * half and two characters of other scripts; the range spans these. No tokeniser is loaded: the
 * estimate is for a budget, not for a bill.
 */
public final class TextTokens {

  /** Tokens that a message costs beyond its text: role and separators. */
  public static final int PER_MESSAGE = 4;

  private static final double LATIN_MOST = 5.0;
  private static final double LATIN_LEAST = 3.0;
  private static final double OTHER_MOST = 2.0;
  private static final double OTHER_LEAST = 0.5;

  private TextTokens() {}

  /** The likely number of tokens of a text. */
  public static TokenRange of(String text) {
    long latin = 0;
    long other = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (isLatin(text.codePointAt(i))) {
        latin++;
      } else {
        other++;
      }
    }
    return new TokenRange(
        (long) Math.ceil(latin / LATIN_MOST + other / OTHER_MOST),
        (long) Math.ceil(latin / LATIN_LEAST + other / OTHER_LEAST));
  }

  private static boolean isLatin(int c) {
    return c < 0x80
        || UnicodeScript.of(c) == UnicodeScript.LATIN
        || UnicodeScript.of(c) == UnicodeScript.COMMON;
  }
}

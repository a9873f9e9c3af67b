package assay.reading.similarity;

import assay.reading.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ways to cut a text into words, each as the software does that counts them. */
public final class Tokens {

  private static final Pattern MARKS = Pattern.compile("([{-~\\[-` -&(-+:-@/])");
  private static final Pattern POINT_BEHIND = Pattern.compile("([^0-9])([.,])", Pattern.DOTALL);
  private static final Pattern POINT_BEFORE = Pattern.compile("([.,])([^0-9])", Pattern.DOTALL);
  private static final Pattern DASH = Pattern.compile("([0-9])(-)");

  private Tokens() {}

  /**
   * Runs of {@code a} to {@code z} and {@code 0} to {@code 9} in lower case; everything else parts
   * words, letters with accents and of other scripts too. As {@code rouge_score} does.
   */
  public static List<String> rouge(String text) {
    List<String> tokens = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    int start = -1;
    for (int i = 0; i <= lower.length(); i++) {
      boolean in = i < lower.length() && isRouge(lower.charAt(i));
      if (in && start < 0) {
        start = i;
      } else if (!in && start >= 0) {
        tokens.add(lower.substring(start, i));
        start = -1;
      }
    }
    return tokens;
  }

  private static boolean isRouge(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /** What runs of white space part, as Python's {@code split()}. */
  public static List<String> words(String text) {
    List<String> tokens = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean in = i < text.length() && !PythonText.isSpace(text.charAt(i));
      if (in && start < 0) {
        start = i;
      } else if (!in && start >= 0) {
        tokens.add(text.substring(start, i));
        start = -1;
      }
    }
    return tokens;
  }

  /** What single blanks part, empty words included, as Python's {@code split(" ")}. */
  public static List<String> atBlanks(String text) {
    List<String> tokens = new ArrayList<>();
    int start = 0;
    for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', start)) {
      tokens.add(text.substring(start, i));
      start = i + 1;
    }
    tokens.add(text.substring(start));
    return tokens;
  }

  /**
   * The words of {@code mteval-v13a}: marks stand alone, but for points and commas between digits
   * and for apostrophes and dashes within words. As sacreBLEU's {@code 13a}.
   */
  public static List<String> mteval13a(String text) {
    String line = withoutTrailingSpace(text).replace("<skipped>", "").replace("-\n", "");
    line = line.replace('\n', ' ');
    if (line.indexOf('&') >= 0) {
      line =
          line.replace("&quot;", "\"")
              .replace("&amp;", "&")
              .replace("&lt;", "<")
              .replace("&gt;", ">");
    }
    line = MARKS.matcher(" " + line + " ").replaceAll(" $1 ");
    line = POINT_BEHIND.matcher(line).replaceAll("$1 $2 ");
    line = POINT_BEFORE.matcher(line).replaceAll(" $1 $2");
    return words(DASH.matcher(line).replaceAll("$1 $2 "));
  }

  private static String withoutTrailingSpace(String text) {
    int end = text.length();
    while (end > 0 && PythonText.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }
}

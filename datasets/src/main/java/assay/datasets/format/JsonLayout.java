package assay.datasets.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;

/** How the records of a JSON file without a {@code records} path are laid out. */
enum JsonLayout {
  /** One top-level array. */
  ARRAY,
  /** A record a line. */
  LINES,
  /** Records one behind the other, over several lines each. */
  SEQUENCE;

  private static final int SHOWN = 1 << 15;

  /**
   * The layout that a file's first characters show, whatever its name says: publishers call arrays
   * {@code .jsonl} and JSON Lines {@code .json}. The declared format decides where both are
   * possible: a first line {@code ["a", 1]} is an array in JSON and a (bad) record in JSON Lines.
   */
  static JsonLayout of(CharSequence ahead, Format declared) {
    String start = ahead.subSequence(0, Math.min(SHOWN, ahead.length())).toString();
    String stripped = start.stripLeading();
    if (stripped.startsWith("[")) {
      String behind = stripped.substring(1).stripLeading();
      return declared == Format.JSON || behind.startsWith("{") || behind.startsWith("]")
          ? ARRAY
          : LINES;
    }
    int end = lineEnd(stripped);
    if (end == stripped.length() || !isCutOff(stripped.substring(0, end))) {
      return LINES;
    }
    return stripped.substring(end).stripLeading().startsWith("{") ? LINES : SEQUENCE;
  }

  private static int lineEnd(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Whether a line is the beginning of JSON that goes on. */
  private static boolean isCutOff(String line) {
    JsonFactory factory = JsonSyntax.factory(InputLimits.current());
    try (JsonParser parser = factory.createParser(line)) {
      JsonToken token;
      do {
        token = parser.nextToken();
      } while (token != null);
      return false;
    } catch (JsonEOFException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

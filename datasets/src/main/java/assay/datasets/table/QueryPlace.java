package assay.datasets.table;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A place in a query, in a user's words. */
final class QueryPlace {

  private static final int SHOWN = 24;

  private QueryPlace() {}

  /**
   * Line, column and the text there: {@code , at line 1, column 8: "nocol FROM data"}; empty where
   * the place is not known.
   *
   * @param position 0-based byte of the query in UTF-8
   */
  static String of(String sql, @Nullable Integer position) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    if (position == null || position < 0 || position >= bytes.length) {
      return "";
    }
    String before = new String(bytes, 0, position, StandardCharsets.UTF_8);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - (before.lastIndexOf('\n') + 1) + 1;
    String rest =
        sql.substring(Math.min(sql.length(), before.length())).lines().findFirst().orElse("");
    String shown = rest.length() <= SHOWN ? rest : rest.substring(0, SHOWN) + "…";
    return ", at line " + line + ", column " + column + ": \"" + shown.strip() + "\"";
  }
}

package assay.datasets.duckdb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why the database did not do what it was asked.
 *
 * @param kind the kind of fault in DuckDB's words, {@code Binder}, {@code Out of Memory}; or empty
 * @param message what is wrong
 * @param position 0-based place in the query where the fault lies, or null where it is not known
 */
public record DatabaseFault(String kind, String message, @Nullable Integer position) {

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads the driver's message, which is JSON where the database is set so.
   *
   * @param shift how many characters stand before the query in what was run
   */
  static DatabaseFault of(SQLException thrown, int shift) {
    String said = Objects.requireNonNullElse(thrown.getMessage(), "");
    int start = said.indexOf("{\"exception_type\"");
    if (start < 0) {
      int colon = said.indexOf(" Error: ");
      return new DatabaseFault(colon < 0 ? "" : said.substring(0, colon), said.strip(), null);
    }
    String kind = "";
    String message = said;
    Integer position = null;
    try (JsonParser parser = JSON.createParser(said.substring(start))) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "exception_type" -> kind = parser.getText();
          case "exception_message" -> message = parser.getText().strip();
          case "position" -> position = Integer.parseInt(parser.getText()) - shift;
          default -> parser.skipChildren();
        }
      }
    } catch (IOException | NumberFormatException e) {
      return new DatabaseFault(kind, message, null);
    }
    return new DatabaseFault(kind, message, position);
  }

  /** Whether the memory did not do. */
  public boolean isOutOfMemory() {
    return kind.equals("Out of Memory");
  }

  /** Whether it was stopped, because its time was up. */
  public boolean isInterrupt() {
    return kind.equalsIgnoreCase("interrupt");
  }

  /** The first line of the message. */
  public String firstLine() {
    return message.lines().findFirst().orElse(message);
  }
}

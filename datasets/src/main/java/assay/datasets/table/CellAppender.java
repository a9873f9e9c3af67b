package assay.datasets.table;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.data.Row;
import assay.core.data.Value;
import assay.datasets.format.ColumnType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Hands cells over to the database; they have their column's type already ({@link ColumnFit}). */
final class CellAppender {

  private CellAppender() {}

  /** The type in SQL. */
  static String sqlType(ColumnType type) {
    return switch (type) {
      case STRING -> "VARCHAR";
      case INTEGER -> "BIGINT";
      case NUMBER -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case BYTES -> "BLOB";
      case IMAGE -> "STRUCT(bytes BLOB, path VARCHAR)";
      case LIST_STRING -> "VARCHAR[]";
      case LIST_IMAGE -> "STRUCT(bytes BLOB, path VARCHAR)[]";
      case MAP_STRING -> "MAP(VARCHAR, VARCHAR)";
      case JSON -> "JSON";
    };
  }

  /**
   * Appends the field of a row that the column wants.
   *
   * @throws AssayException if it holds bytes and its type does not
   * @throws SQLException if it cannot be appended
   */
  static void append(DuckDBAppender into, Row row, String column, ColumnType type)
      throws SQLException {
    Value value = row.get(column);
    if (value.isAbsent()) {
      into.appendNull();
      return;
    }
    switch (type) {
      case STRING -> into.append(text(value, row, column));
      case INTEGER -> into.append(Long.parseLong(value.asText()));
      case NUMBER -> into.append(Double.parseDouble(value.asText()));
      case BOOLEAN -> into.append(value.equals(new Value.Bool(true)));
      case DATE -> into.append(LocalDate.parse(value.asText()));
      case BYTES -> into.append(bytes(value, row, column));
      case IMAGE -> {
        Map<String, @Nullable Object> picture = picture(value);
        into.beginStruct();
        for (Object part : picture.values()) {
          switch (part) {
            case null -> into.appendNull();
            case byte[] bytes -> into.append(bytes);
            default -> into.append(part.toString());
          }
        }
        into.endStruct();
      }
      case LIST_STRING -> into.append(items(value).stream().map(CellAppender::textOrNull).toList());
      case LIST_IMAGE -> into.append(items(value).stream().map(CellAppender::picture).toList());
      case MAP_STRING -> into.append(texts(value));
      case JSON -> into.append(json(value));
    }
  }

  private static String text(Value value, Row row, String column) {
    if (holdsBytes(value)) {
      throw bytesAreUndeclared(row, column);
    }
    return value.asText();
  }

  private static boolean holdsBytes(Value value) {
    return switch (value) {
      case Value.Bytes bytes -> true;
      case Value.Items items -> items.items().stream().anyMatch(CellAppender::holdsBytes);
      case Value.Fields fields ->
          fields.fields().values().stream().anyMatch(CellAppender::holdsBytes);
      case Value.Absent absent -> false;
      case Value.Text text -> false;
      case Value.Number number -> false;
      case Value.Bool bool -> false;
    };
  }

  private static byte[] bytes(Value value, Row row, String column) {
    if (value instanceof Value.Bytes raw) {
      return raw.bytes();
    }
    throw bytesAreUndeclared(row, column);
  }

  private static AssayException bytesAreUndeclared(Row row, String column) {
    return AssayException.data(
        Problem.of("the column holds bytes, and has no declared type")
            .at(row.file(), row.locate(null).line(), column)
            .remedy("declare it under 'columns' as bytes, image or list<image>"));
  }

  private static Map<String, @Nullable Object> picture(Value value) {
    Map<String, @Nullable Object> picture = new LinkedHashMap<>();
    picture.put("bytes", null);
    picture.put("path", null);
    if (value instanceof Value.Fields fields) {
      picture.put("bytes", fields.get("bytes") instanceof Value.Bytes raw ? raw.bytes() : null);
      picture.put("path", textOrNull(fields.get("path")));
    } else if (value instanceof Value.Bytes raw) {
      picture.put("bytes", raw.bytes());
    } else {
      picture.put("path", textOrNull(value));
    }
    return picture;
  }

  private static List<Value> items(Value value) {
    return value instanceof Value.Items items ? items.items() : List.of();
  }

  private static Map<String, @Nullable String> texts(Value value) {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    if (value instanceof Value.Fields fields) {
      fields.fields().forEach((key, text) -> texts.put(key, textOrNull(text)));
    }
    return texts;
  }

  private static @Nullable String textOrNull(Value value) {
    return value.isAbsent() ? null : value.asText();
  }

  /** The value in JSON notation: as the only item of a list, without the list's brackets. */
  private static String json(Value value) {
    String list = new Value.Items(List.of(value)).asText();
    return list.substring(1, list.length() - 1);
  }
}

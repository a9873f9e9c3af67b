package assay.datasets.table;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.core.data.Value;
import assay.datasets.duckdb.ConfinedDatabase;
import assay.datasets.format.ColumnType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * A table of the database, filled with rows. Its columns are {@code row} (the 0-based position),
 * the declared ones, and the others in the order in which they are met; others hold text, nested
 * ones JSON.
 */
final class LoadedTable implements AutoCloseable {

  /** The column that holds a row's 0-based position. */
  static final String ROW = "row";

  private static final int MOST_COLUMNS = 1000;

  private final ConfinedDatabase database;
  private final String name;
  private final SequencedMap<String, ColumnType> declared;
  private final SequencedMap<String, ColumnType> columns = new LinkedHashMap<>();
  private final Map<String, String> spellings = new HashMap<>();
  private final Origins origins = new Origins();
  private @Nullable DuckDBAppender appender;
  private boolean ownRowColumn;

  private LoadedTable(
      ConfinedDatabase database, String name, SequencedMap<String, ColumnType> declared) {
    this.database = database;
    this.name = name;
    this.declared = declared;
  }

  /**
   * Makes a table of rows, whose values have their declared types already.
   *
   * @throws AssayException if a row cannot be read, or its columns cannot be told apart
   * @throws SQLException if the table cannot be filled
   */
  static LoadedTable of(
      ConfinedDatabase database,
      String name,
      SequencedMap<String, ColumnType> declared,
      RowSource rows)
      throws SQLException {
    try (LoadedTable table = new LoadedTable(database, name, declared)) {
      table.fill(rows);
      return table;
    }
  }

  /** Where its rows come from. */
  Origins origins() {
    return origins;
  }

  /** Whether its column {@code row} is the file's own, and not the position. */
  boolean hasOwnRowColumn() {
    return ownRowColumn;
  }

  /** Its columns' names. */
  List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  private void fill(RowSource rows) throws SQLException {
    boolean first = true;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (first) {
        first = false;
        create(row);
      }
      append(row);
    }
    if (first) {
      create(null);
    }
  }

  private void create(@Nullable Row first) throws SQLException {
    ownRowColumn = declared.containsKey(ROW) || (first != null && !isPosition(first.get(ROW)));
    columns.put(
        ROW, ownRowColumn ? declared.getOrDefault(ROW, ColumnType.STRING) : ColumnType.INTEGER);
    spellings.put(ROW, ROW);
    declared.forEach(
        (column, type) -> {
          if (!column.equals(ROW)) {
            add(column, type, first);
          }
        });
    if (first != null) {
      for (Map.Entry<String, Value> field : first.values().fields().entrySet()) {
        if (!columns.containsKey(field.getKey())) {
          add(field.getKey(), typeOf(field.getValue()), first);
        }
      }
    }
    List<String> definitions = new ArrayList<>();
    columns.forEach(
        (column, type) -> definitions.add(ConfinedDatabase.name(column) + " " + sqlType(type)));
    database.execute(
        "CREATE TABLE "
            + ConfinedDatabase.name(name)
            + " ("
            + String.join(", ", definitions)
            + ")");
    appender = database.connection().createAppender(name);
  }

  /** Whether a row's field of this name is what the column would hold anyway. */
  private boolean isPosition(Value value) {
    return value.isAbsent()
        || (value instanceof Value.Number number
            && number.literal().equals(Long.toString(origins.rows())));
  }

  private void checkPosition(Row row) {
    if (!isPosition(row.get(ROW))) {
      throw AssayException.data(
          Problem.of(
                  "the file has a column 'row' that begins like the row's position and is not it")
              .at(row.file(), row.locate(null).line(), ROW)
              .remedy("declare its type under 'columns'"));
    }
  }

  /** The type of a column that is not declared: text, but bytes where it holds bytes. */
  private static ColumnType typeOf(Value value) {
    return value instanceof Value.Bytes ? ColumnType.BYTES : ColumnType.STRING;
  }

  private void add(String column, ColumnType type, @Nullable Row row) {
    String folded = column.toLowerCase(Locale.ROOT);
    String other = spellings.putIfAbsent(folded, column);
    if (other != null && row != null) {
      throw AssayException.data(
          Problem.of("columns '" + other + "' and '" + column + "' are one to SQL")
              .at(row.file(), row.locate(null).line(), column)
              .expected("names that differ in more than upper and lower case")
              .remedy("rename one of them"));
    }
    if (columns.size() >= MOST_COLUMNS && row != null) {
      throw AssayException.data(
          Problem.of("there are more than " + MOST_COLUMNS + " columns")
              .at(row.file(), row.locate(null).line(), column)
              .remedy("say by 'records' where the records lie, if keys are taken for columns"));
    }
    columns.put(column, type);
  }

  private void append(Row row) throws SQLException {
    for (Map.Entry<String, Value> field : row.values().fields().entrySet()) {
      if (!columns.containsKey(field.getKey())) {
        extend(field.getKey(), field.getValue(), row);
      }
    }
    DuckDBAppender into = appender;
    if (into == null) {
      throw new IllegalStateException("the table has not been made");
    }
    into.beginRow();
    for (Map.Entry<String, ColumnType> column : columns.entrySet()) {
      if (column.getKey().equals(ROW) && !ownRowColumn) {
        checkPosition(row);
        into.append(origins.rows());
      } else {
        append(into, row, column.getKey(), column.getValue());
      }
    }
    into.endRow();
    origins.add(row);
  }

  /** Adds a column that no row before had. */
  private void extend(String column, Value value, Row row) throws SQLException {
    ColumnType type = typeOf(value);
    add(column, type, row);
    close();
    database.execute(
        "ALTER TABLE "
            + ConfinedDatabase.name(name)
            + " ADD COLUMN "
            + ConfinedDatabase.name(column)
            + " "
            + sqlType(type));
    appender = database.connection().createAppender(name);
  }

  private void append(DuckDBAppender into, Row row, String column, ColumnType type)
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
      case LIST_STRING -> into.append(items(value).stream().map(LoadedTable::textOrNull).toList());
      case LIST_IMAGE -> into.append(items(value).stream().map(LoadedTable::picture).toList());
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
      case Value.Items items -> items.items().stream().anyMatch(LoadedTable::holdsBytes);
      case Value.Fields fields ->
          fields.fields().values().stream().anyMatch(LoadedTable::holdsBytes);
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

  private static String sqlType(ColumnType type) {
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

  @Override
  public void close() throws SQLException {
    if (appender != null) {
      appender.close();
      appender = null;
    }
  }
}

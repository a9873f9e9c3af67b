package assay.datasets.table;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.core.data.Value;
import assay.datasets.duckdb.ConfinedDatabase;
import assay.datasets.format.ColumnType;
import java.sql.SQLException;
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
        (column, type) ->
            definitions.add(ConfinedDatabase.name(column) + " " + CellAppender.sqlType(type)));
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
        CellAppender.append(into, row, column.getKey(), column.getValue());
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
            + CellAppender.sqlType(type));
    appender = database.connection().createAppender(name);
  }

  @Override
  public void close() throws SQLException {
    if (appender != null) {
      appender.close();
      appender = null;
    }
  }
}

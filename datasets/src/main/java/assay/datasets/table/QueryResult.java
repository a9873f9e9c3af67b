package assay.datasets.table;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.core.data.Value;
import assay.datasets.duckdb.ConfinedDatabase;
import assay.datasets.duckdb.DatabaseValues;
import assay.datasets.format.Literals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query's result, which the database keeps, asked for in windows that hold some 8
 * MiB.
 */
final class QueryResult implements RowSource {

  private static final long WINDOW_BYTES = 8L << 20;
  private static final int FIRST_WINDOW = 16;
  private static final int LARGEST_WINDOW = 8192;
  private static final int GROWTH = 4;
  private static final long WEIGHT_OF_VALUE = 40;

  private final ConfinedDatabase database;
  private final String table;
  private final Origins origins;
  private final boolean rowIsPosition;
  private final long total;
  private final String projection;
  private final List<String> columns;
  private final List<Boolean> isJson;
  private final Deque<Row> window = new ArrayDeque<>();
  private long windowRows = FIRST_WINDOW;
  private long position;

  /**
   * @param rowIsPosition whether a column {@code row} holds the position of the row it came from
   * @throws SQLException if the table cannot be read
   */
  QueryResult(ConfinedDatabase database, String table, Origins origins, boolean rowIsPosition)
      throws SQLException {
    this.database = database;
    this.table = ConfinedDatabase.name(table);
    this.origins = origins;
    this.rowIsPosition = rowIsPosition;
    total = Long.parseLong(String.valueOf(database.first("SELECT count(*) FROM " + this.table)));
    try (Statement asking = database.connection().createStatement();
        ResultSet none = asking.executeQuery("SELECT * FROM " + this.table + " LIMIT 0")) {
      projection = DatabaseValues.projection(none.getMetaData());
      columns = DatabaseValues.columns(none.getMetaData());
      List<Boolean> json = new ArrayList<>();
      for (int i = 1; i <= columns.size(); i++) {
        json.add(none.getMetaData().getColumnTypeName(i).equals("JSON"));
      }
      isJson = List.copyOf(json);
    }
  }

  @Override
  public boolean hasNext() {
    if (window.isEmpty() && position < total) {
      try {
        fill();
      } catch (SQLException e) {
        throw AssayException.data(
            Problem.of("the query's result cannot be read: " + database.faultOf(e).firstLine())
                .remedy("give the database more memory by -Dassay.duckdb.memory-mb"));
      }
    }
    return !window.isEmpty();
  }

  private void fill() throws SQLException {
    long end = Math.min(total, position + windowRows);
    long weight = 0;
    try (Statement asking = database.connection().createStatement();
        ResultSet rows =
            asking.executeQuery(
                "SELECT "
                    + projection
                    + " FROM "
                    + table
                    + " WHERE rowid >= "
                    + position
                    + " AND rowid < "
                    + end)) {
      while (rows.next()) {
        Row row = row(DatabaseValues.row(rows, columns));
        weight += weight(row.values());
        window.add(row);
        position++;
      }
    }
    long perRow = Math.max(1, weight / Math.max(1, window.size()));
    long fitting = Math.max(1, WINDOW_BYTES / perRow);
    windowRows = Math.min(LARGEST_WINDOW, Math.min(fitting, windowRows * GROWTH));
  }

  private Row row(SequencedMap<String, Value> values) {
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      if (isJson.get(i) && values.get(column) instanceof Value.Text text) {
        values.put(column, Literals.json(text.text()).orElse(text));
      }
    }
    Origins.@Nullable Origin origin = null;
    if (rowIsPosition && values.get(LoadedTable.ROW) instanceof Value.Number number) {
      String literal = number.literal();
      origin = literal.matches("[0-9]{1,18}") ? origins.at(Long.parseLong(literal)) : null;
    }
    Value.Fields fields = new Value.Fields(values);
    if (origin != null) {
      return new Row(origin.file(), origin.number(), origin.line(), fields);
    }
    String file = origins.firstFile();
    return new Row(file == null ? "query" : file, position, null, fields);
  }

  private static long weight(Value value) {
    return WEIGHT_OF_VALUE
        + switch (value) {
          case Value.Text text -> text.text().length();
          case Value.Number number -> number.literal().length();
          case Value.Bytes bytes -> bytes.bytes().length;
          case Value.Items items -> items.items().stream().mapToLong(QueryResult::weight).sum();
          case Value.Fields fields ->
              fields.fields().values().stream().mapToLong(QueryResult::weight).sum();
          case Value.Absent absent -> 0;
          case Value.Bool bool -> 0;
        };
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more rows");
    }
    return window.remove();
  }

  @Override
  public void close() {
    window.clear();
    database.close();
  }
}

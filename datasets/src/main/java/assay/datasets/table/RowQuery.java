package assay.datasets.table;

import assay.core.AssayException;
import assay.core.Location;
import assay.core.Problem;
import assay.core.data.RowSource;
import assay.datasets.duckdb.ConfinedDatabase;
import assay.datasets.duckdb.DatabaseFault;
import assay.datasets.duckdb.DatabaseLimits;
import assay.datasets.format.ColumnType;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code columns} and {@code rows} of a benchmark: declared types, and SQL over the rows of
 * files.
 *
 * <p>{@code SELECT * FROM data}, the default, asks no database: rows stream through, with their
 * declared columns brought to their types. Any other query runs in a DuckDB in memory that can
 * reach nothing else: its tables are {@code data}, with the rows in file order and their 0-based
 * position as {@code row} (unless the file has a column of that name), and those given beside it.
 * Columns have their declared types; others are text, nested ones JSON text.
 *
 * <p>The whole result is worked out before its first row is given, so a query that fails leaves
 * nothing half done. A result that holds {@code row} leads messages back to file and line; in any
 * other, rows are numbered in the order of the result.
 */
public final class RowQuery {

  /** The query that takes the rows as they are. */
  public static final String ALL = "SELECT * FROM data";

  private static final Pattern ALL_PATTERN =
      Pattern.compile("\\s*SELECT\\s+\\*\\s+FROM\\s+data\\s*;?\\s*", Pattern.CASE_INSENSITIVE);

  private static final String DATA = "data";
  private static final String RESULT = "assay result";

  private final String sql;
  private final SequencedMap<String, ColumnType> columns;
  private final Location place;

  private RowQuery(String sql, SequencedMap<String, ColumnType> columns, Location place) {
    this.sql = sql;
    this.columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    this.place = place;
  }

  /**
   * A query.
   *
   * @param sql the SELECT, or null for all rows
   * @param columns the declared types by column
   * @param place where the query stands, for messages
   */
  public static RowQuery of(
      @Nullable String sql, SequencedMap<String, ColumnType> columns, Location place) {
    return new RowQuery(sql == null ? ALL : sql, columns, place);
  }

  /** Whether rows pass as they are, without a database. */
  public boolean isAll() {
    return ALL_PATTERN.matcher(sql).matches();
  }

  /**
   * Runs the query over the rows of {@code data}, which are closed with the result or before.
   *
   * @throws AssayException if the query is refused or fails, or a value does not fit its declared
   *     type (where no database is asked, when its row is come to)
   */
  public RowSource run(RowSource data) {
    return run(data, Collections.emptyNavigableMap());
  }

  /**
   * Runs the query over the rows of {@code data} and of further tables, which are closed with the
   * result or before.
   *
   * @param tables rows by the name of their table; not {@code data}
   * @throws AssayException if the query is refused or fails, or a value does not fit its declared
   *     type (where no database is asked, when its row is come to)
   */
  public RowSource run(RowSource data, Map<String, RowSource> tables) {
    if (isAll()) {
      tables.values().forEach(RowSource::close);
      return columns.isEmpty() ? data : new TypedRows(data, columns);
    }
    try (data) {
      return select(data, tables);
    } finally {
      tables.values().forEach(RowSource::close);
    }
  }

  private RowSource select(RowSource data, Map<String, RowSource> tables) {
    DatabaseLimits limits = DatabaseLimits.current();
    ConfinedDatabase database = open(limits);
    boolean done = false;
    try {
      SelectStatement.Refusal refusal = SelectStatement.refusal(database, sql);
      if (refusal != null) {
        throw refused(refusal.what(), refusal.position(), null);
      }
      SequencedMap<String, LoadedTable> loaded = new LinkedHashMap<>();
      loaded.put(DATA, load(database, DATA, data));
      tables.forEach((name, rows) -> loaded.put(name, load(database, name, rows)));
      checkColumns(database, loaded);
      keepResult(database, loaded, limits);
      for (String table : loaded.sequencedKeySet()) {
        database.execute("DROP TABLE " + ConfinedDatabase.name(table));
      }
      LoadedTable origin = loaded.get(DATA);
      RowSource result =
          new QueryResult(
              database,
              RESULT,
              origin == null ? new Origins() : origin.origins(),
              origin != null && !origin.hasOwnRowColumn());
      done = true;
      return result;
    } catch (SQLException e) {
      throw refused(database.faultOf(e).firstLine(), null, null);
    } finally {
      if (!done) {
        database.close();
      }
    }
  }

  private ConfinedDatabase open(DatabaseLimits limits) {
    try {
      return ConfinedDatabase.open(null, limits, ConfinedDatabase.Results.WHOLE);
    } catch (SQLException | IOException e) {
      throw new AssayException(
          AssayException.Category.DATA,
          Problem.of("the database engine that runs queries cannot be started: " + e.getMessage())
              .at(place.file(), place.line(), place.field())
              .remedy("check that the folder for temporary files can be written"),
          e);
    }
  }

  private LoadedTable load(ConfinedDatabase database, String name, RowSource rows) {
    RowSource typed = columns.isEmpty() ? rows : new TypedRows(rows, columns);
    SequencedMap<String, ColumnType> declared =
        name.equals(DATA) ? columns : Collections.emptyNavigableMap();
    try {
      return LoadedTable.of(database, name, declared, typed);
    } catch (SQLException e) {
      throw AssayException.data(
          Problem.of(
                  "the table '" + name + "' cannot be filled: " + database.faultOf(e).firstLine())
              .at(place.file(), place.line(), place.field()));
    }
  }

  private void checkColumns(ConfinedDatabase database, SequencedMap<String, LoadedTable> loaded) {
    try (PreparedStatement prepared = database.connection().prepareStatement(sql)) {
      ResultSetMetaData result = prepared.getMetaData();
      Set<String> names = new LinkedHashSet<>();
      for (int i = 1; i <= result.getColumnCount(); i++) {
        String name = result.getColumnName(i);
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
          throw refused("its result has two columns '" + name + "'", null, loaded);
        }
      }
    } catch (SQLException e) {
      DatabaseFault fault = database.faultOf(e);
      throw refused(fault.firstLine(), fault.position(), loaded);
    }
  }

  private void keepResult(
      ConfinedDatabase database, SequencedMap<String, LoadedTable> loaded, DatabaseLimits limits) {
    String prefix = "CREATE TABLE " + ConfinedDatabase.name(RESULT) + " AS ";
    try (Statement statement = database.connection().createStatement()) {
      statement.setQueryTimeout(Math.toIntExact(limits.time().toSeconds()));
      statement.execute(prefix + sql);
    } catch (SQLException e) {
      DatabaseFault fault = database.faultOf(e);
      if (fault.isInterrupt()) {
        throw refused(
            "it ran longer than " + limits.time().toSeconds() + " s (assay.duckdb.seconds)",
            null,
            null);
      }
      Integer position = fault.position();
      throw refused(
          fault.firstLine(), position == null ? null : position - prefix.length(), loaded);
    }
  }

  private AssayException refused(
      String what, @Nullable Integer position, @Nullable SequencedMap<String, LoadedTable> loaded) {
    Problem problem =
        Problem.of("the query cannot be run: " + what + QueryPlace.of(sql, position))
            .at(place.file(), place.line(), place.field());
    if (loaded == null) {
      return AssayException.data(
          problem.expected(
              "one SELECT over the table data, whose result depends on the data alone"));
    }
    List<String> tables = new ArrayList<>();
    loaded.forEach(
        (name, table) -> tables.add(name + " (" + String.join(", ", table.columns()) + ")"));
    return AssayException.data(problem.expected("these columns: " + String.join("; ", tables)));
  }
}

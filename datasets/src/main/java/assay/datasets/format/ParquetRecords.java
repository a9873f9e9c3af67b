package assay.datasets.format;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Row;
import assay.core.data.Value;
import assay.datasets.duckdb.ConfinedDatabase;
import assay.datasets.duckdb.DatabaseFault;
import assay.datasets.duckdb.DatabaseLimits;
import assay.datasets.duckdb.DatabaseValues;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file, read by DuckDB, which may read nothing else.
 *
 * <p>DuckDB hands rows over 2,048 at a time, which is too much where a row is a picture; so a file
 * of wide rows is asked for in windows of rows that hold some 16 MiB. Where a row group does not
 * fit into the database's memory, the memory is raised, step by step, and reading goes on at the
 * row it had come to.
 */
final class ParquetRecords implements RecordReader {

  private static final long WINDOW_BYTES = 16L << 20;
  private static final int ROWS_AT_ONCE = 2048;

  /** DuckDB's own column; a file may have one of this name, and then rows are counted off. */
  private static final String ROW_NUMBER = "file_row_number";

  private final String file;
  private final InnerFile inner;
  private final InputLimits limits;
  private DatabaseLimits memory;
  private @Nullable ConfinedDatabase database;
  private @Nullable Statement statement;
  private @Nullable ResultSet result;
  private String projection = "";
  private List<String> columns = List.of();
  private String query = "";
  private long window = Long.MAX_VALUE;
  private long total;
  private long windowEnd;
  private long number;
  private boolean ended;

  ParquetRecords(String file, InnerFile inner, InputLimits limits) {
    this.file = file;
    this.inner = inner;
    this.limits = limits;
    memory = DatabaseLimits.current();
  }

  @Override
  public @Nullable Row read(ProblemReport problems) throws IOException {
    while (!ended) {
      try {
        Row row = next(problems);
        if (row != null) {
          return row;
        }
      } catch (SQLException e) {
        recover(e, problems);
      }
    }
    return null;
  }

  private @Nullable Row next(ProblemReport problems) throws SQLException, IOException {
    ConfinedDatabase open = database == null ? open(problems) : database;
    ResultSet rows = result;
    if (rows == null) {
      if (ended || number >= total) {
        ended = true;
        return null;
      }
      rows = ask(open);
    }
    if (rows.next()) {
      Row row = new Row(file, number, null, new Value.Fields(DatabaseValues.row(rows, columns)));
      number++;
      return row;
    }
    closeResult();
    if (number < windowEnd) {
      ended = true;
      problems.add(
          Problem.of("ends at row " + number + ", though it says to have " + total)
              .at(file, number + 1, null)
              .remedy("take it again from its publisher"));
    }
    return null;
  }

  private ConfinedDatabase open(ProblemReport problems) throws SQLException, IOException {
    ConfinedDatabase opened =
        ConfinedDatabase.open(inner.path(), memory, ConfinedDatabase.Results.STREAMED);
    database = opened;
    String path = ConfinedDatabase.text(inner.path().toString());
    query = "SELECT * FROM read_parquet(" + path + ", hive_partitioning = false) LIMIT 0";
    try (Statement asking = opened.connection().createStatement();
        ResultSet none = asking.executeQuery(query)) {
      projection = DatabaseValues.projection(none.getMetaData());
      columns = DatabaseValues.columns(none.getMetaData());
    }
    if (columns.size() > limits.columns()) {
      ended = true;
      problems.add(
          Problem.of("has " + columns.size() + " columns")
              .at(file)
              .expected("at most " + limits.columns() + " (assay.limits.columns)"));
    }
    query = "SELECT coalesce(sum(num_rows), 0) FROM parquet_file_metadata(" + path + ")";
    total = Long.parseLong(String.valueOf(opened.first(query)));
    query =
        "SELECT coalesce(max(bytes / greatest(rows, 1)), 1)::BIGINT FROM (SELECT"
            + " sum(total_uncompressed_size) AS bytes, max(row_group_num_rows) AS rows"
            + " FROM parquet_metadata("
            + path
            + ") GROUP BY row_group_id)";
    long bytesOfARow = Math.max(1, Long.parseLong(String.valueOf(opened.first(query))));
    long rows = Math.max(1, WINDOW_BYTES / bytesOfARow);
    window = rows >= ROWS_AT_ONCE ? Long.MAX_VALUE : rows;
    return opened;
  }

  private ResultSet ask(ConfinedDatabase open) throws SQLException {
    String path = ConfinedDatabase.text(inner.path().toString());
    windowEnd = window < total - number ? number + window : total;
    String source = "SELECT " + projection + " FROM read_parquet(" + path;
    if (columns.contains(ROW_NUMBER)) {
      query =
          source
              + ", hive_partitioning = false) LIMIT "
              + (windowEnd - number)
              + " OFFSET "
              + number;
    } else {
      query =
          source
              + ", hive_partitioning = false, file_row_number = true) WHERE file_row_number >= "
              + number
              + (windowEnd < total ? " AND file_row_number < " + windowEnd : "");
    }
    Statement asking = open.connection().createStatement();
    statement = asking;
    ResultSet rows = asking.executeQuery(query);
    result = rows;
    return rows;
  }

  private void recover(SQLException thrown, ProblemReport problems) {
    ConfinedDatabase open = database;
    if (open == null) {
      ended = true;
      problems.add(
          Problem.of("the database engine that reads Parquet cannot be started")
              .at(file)
              .expected(String.valueOf(thrown.getMessage())));
      return;
    }
    DatabaseFault fault = open.faultOf(thrown, query);
    closeDatabase();
    if (fault.isOutOfMemory() && memory.memoryBytes() < memory.largestMemoryBytes()) {
      memory = memory.withMemory(Math.min(memory.largestMemoryBytes(), 2 * memory.memoryBytes()));
      return;
    }
    ended = true;
    String said = fault.firstLine().replace(inner.path().toString(), file);
    Problem problem = Problem.of("the Parquet file cannot be read: " + said);
    problems.add(
        fault.isOutOfMemory()
            ? problem
                .at(file, number + 1, null)
                .expected(
                    "row groups and pages that fit into " + (memory.memoryBytes() >> 20) + " MB")
                .remedy(
                    "give it more by -Dassay.duckdb.largest-memory-mb, or write the file anew with"
                        + " smaller row groups")
            : problem
                .at(file, number + 1, null)
                .remedy("the file is damaged: take it again from its publisher"));
  }

  private void closeResult() throws SQLException {
    if (result != null) {
      result.close();
      result = null;
    }
    if (statement != null) {
      statement.close();
      statement = null;
    }
  }

  private void closeDatabase() {
    result = null;
    statement = null;
    if (database != null) {
      database.close();
      database = null;
    }
  }

  @Override
  public void close() throws IOException {
    closeDatabase();
    inner.close();
  }
}

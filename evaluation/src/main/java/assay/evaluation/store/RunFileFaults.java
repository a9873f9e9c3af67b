package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** What can be wrong with a run file, in words. */
final class RunFileFaults {

  private RunFileFaults() {}

  /** What to throw when SQLite fails: the file's fault is the user's to know, the disk's is not. */
  static RuntimeException failure(Path path, String what, SQLException e) {
    if (Databases.isDamage(e)) {
      AssayException damaged = damaged(path, String.valueOf(e.getMessage()));
      damaged.initCause(e);
      return damaged;
    }
    if (Databases.is(e, SQLiteErrorCode.SQLITE_FULL)) {
      return full(path, what, e);
    }
    return new StoreException("cannot " + what + " the run file " + path, e);
  }

  /** What was committed before is whole, so that the run can go on. */
  static AssayException full(@Nullable Path path, String what, SQLException e) {
    Problem problem =
        Problem.of("cannot " + what + " the run file: the disk is full")
            .remedy("make room; what was written before is kept, so the run can be resumed");
    return new AssayException(
        AssayException.Category.USAGE, path == null ? problem : problem.at(path.toString()), e);
  }

  static AssayException damaged(Path path, String how) {
    return AssayException.data(
        Problem.of("the run file is damaged: " + how)
            .at(path.toString())
            .remedy(
                "take a copy of it from before; 'sqlite3 FILE .recover' may save what is left"));
  }

  /**
   * Makes sure that a file is one that this version can read.
   *
   * @throws AssayException if it is missing, foreign, damaged, or of another layout
   */
  static void requireRunFile(Path path) {
    if (!Files.isRegularFile(path)) {
      throw AssayException.usage(
          Problem.of(Files.exists(path) ? "this is not a file" : "there is no such file")
              .at(path.toString()));
    }
    int layout = layout(path);
    if (layout != RunFile.LAYOUT) {
      throw AssayException.data(
          Problem.of("the run file has layout " + layout)
              .at(path.toString())
              .expected("layout " + RunFile.LAYOUT)
              .remedy(
                  "use the version of Assay that wrote it, see: sqlite3 FILE \"SELECT * FROM"
                      + " run\""));
    }
  }

  private static int layout(Path path) {
    try (Connection connection = Databases.read(path);
        Statement statement = connection.createStatement()) {
      if (number(statement, "PRAGMA application_id") != RunFile.APPLICATION) {
        throw notOne(path);
      }
      return number(statement, "PRAGMA user_version");
    } catch (SQLException e) {
      if (Databases.is(e, SQLiteErrorCode.SQLITE_NOTADB)) {
        throw notOne(path);
      }
      if (Databases.isDamage(e)) {
        throw failure(path, "open", e);
      }
      throw new AssayException(
          AssayException.Category.DATA,
          Problem.of("the run file cannot be opened: " + e.getMessage())
              .at(path.toString())
              .remedy(
                  "copy it to a folder that you may write, together with NAME-wal and NAME-shm if"
                      + " they stand beside it"),
          e);
    }
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getInt(1) : -1;
    }
  }

  private static AssayException notOne(Path path) {
    return AssayException.data(
        Problem.of("this is not a run file of Assay")
            .at(path.toString())
            .expected("a file NAME.assay that 'assay run' wrote"));
  }
}

package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run keeps of where it came from, read back. */
public final class SnapshotRows {

  private SnapshotRows() {}

  /** SHA-256 by name, of the benchmark's description and of every data file. */
  public static Map<String, String> hashes(RunFile file) {
    Map<String, String> hashes = new LinkedHashMap<>();
    try (Statement statement = file.connection().createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT name, sha256 FROM snapshot ORDER BY name")) {
      while (rows.next()) {
        hashes.put(rows.getString(1), rows.getString(2));
      }
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
    return hashes;
  }

  /** The text of the benchmark's description as it was when the run was planned. */
  public static String benchmarkYaml(RunFile file) {
    try (Statement statement = file.connection().createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT content FROM snapshot WHERE name = 'benchmark.yaml'")) {
      if (rows.next()) {
        return rows.getString(1);
      }
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
    throw AssayException.data(
        Problem.of("the run file holds no plan: the benchmark's description is missing")
            .at(file.path().toString())
            .remedy("delete it and start the run again"));
  }
}

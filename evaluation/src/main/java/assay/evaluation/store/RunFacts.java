package assay.evaluation.store;

import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a run is about.
 *
 * @param benchmark name of the benchmark
 * @param split the split
 * @param subset the subset it is narrowed to, or null
 * @param seed the run's seed
 * @param models names of readers, each with its surplus rows, in order
 * @param kinds kinds of answer that its samples ask for, in the order of {@link AnswerKind}
 */
public record RunFacts(
    String benchmark,
    String split,
    @Nullable String subset,
    long seed,
    SequencedMap<String, Long> models,
    SequencedSet<AnswerKind> kinds) {

  /**
   * Reads the facts of a run file.
   *
   * @throws AssayException if it holds no plan, as when its process was killed before
   */
  public static RunFacts of(RunFile file) {
    SequencedMap<String, String> values = file.values();
    SequencedMap<String, Long> models = new LinkedHashMap<>();
    TreeSet<AnswerKind> kinds = new TreeSet<>();
    try (Statement statement = file.connection().createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("SELECT name, surplus_rows FROM model ORDER BY ordinal")) {
        while (rows.next()) {
          models.put(rows.getString(1), rows.getLong(2));
        }
      }
      try (ResultSet rows = statement.executeQuery("SELECT DISTINCT kind FROM sample")) {
        while (rows.next()) {
          AnswerKind.byId(rows.getString(1)).ifPresent(kinds::add);
        }
      }
    } catch (SQLException e) {
      throw file.failure("read", e);
    }
    return new RunFacts(
        required(file, values, "benchmark"),
        required(file, values, "split"),
        values.get("subset"),
        Long.parseLong(required(file, values, "seed")),
        Collections.unmodifiableSequencedMap(models),
        Collections.unmodifiableSequencedSet(new LinkedHashSet<>(kinds)));
  }

  private static String required(RunFile file, SequencedMap<String, String> values, String key) {
    @Nullable String value = values.get(key);
    if (value == null) {
      throw AssayException.data(
          Problem.of("the run file holds no plan: it does not say its " + key)
              .at(file.path().toString())
              .remedy("delete it and start the run again"));
    }
    return value;
  }
}

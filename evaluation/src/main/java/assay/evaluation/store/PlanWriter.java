package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.Sample;
import assay.core.SamplePool;
import assay.core.Sha256;
import assay.core.exchange.Reader;
import assay.evaluation.json.Json;
import assay.evaluation.json.RequestJson;
import assay.evaluation.json.SampleJson;
import assay.evaluation.plan.RunPlan;
import assay.evaluation.plan.Selection;
import assay.evaluation.plan.TrialId;
import assay.evaluation.protocol.Arm;
import assay.evaluation.protocol.Arms;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Writes samples and trials of a plan into a run file, all or nothing. Holds one sample in memory
 * at a time.
 */
public final class PlanWriter {

  private final RunFile file;
  private final RunPlan plan;
  private final List<Arm> arms;

  /**
   * A writer for one plan.
   *
   * @throws AssayException if the plan names an arm that does not exist
   */
  public PlanWriter(RunFile file, RunPlan plan) {
    this.file = file;
    this.plan = plan;
    this.arms = plan.arms().stream().map(Arms::byName).toList();
  }

  /**
   * Writes the plan.
   *
   * @param surplusRows records of a recording that no sample asks for
   * @return how many trials were planned, the skipped ones included
   * @throws AssayException if a sample cannot be read or two have the same id; the file then holds
   *     no plan
   */
  public long write(SamplePool pool, Reader reader, long surplusRows, Snapshot snapshot) {
    @Nullable BitSet selected = plan.selection() instanceof Selection.All ? null : select(pool);
    Connection connection = file.connection();
    try {
      connection.setAutoCommit(false);
      try {
        facts(reader, surplusRows, snapshot);
        long trials = trials(pool, selected);
        connection.commit();
        return trials;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw file.failure("write", e);
    }
  }

  private BitSet select(SamplePool pool) {
    Selection.Choosing choosing = plan.selection().start();
    try (Stream<Sample> samples = pool.samples()) {
      samples.forEachOrdered(choosing::show);
    }
    return choosing.selected();
  }

  private void facts(Reader reader, long surplusRows, Snapshot snapshot) {
    file.put("benchmark", plan.benchmark().name());
    file.put("benchmark_version", plan.benchmark().version());
    file.put("split", plan.split());
    if (plan.subset() != null) {
      file.put("subset", plan.subset());
    }
    file.put("arms", Json.write(Json.texts(plan.arms())));
    file.put("epochs", Integer.toString(plan.epochs()));
    file.put("seed", Long.toString(plan.seed()));
    file.put("selection", describe(plan.selection()));
    file.put("generation", Json.write(RequestJson.generation(plan.generation())));
    snapshot.values().forEach(file::put);
    Connection connection = file.connection();
    String yaml = snapshot.benchmarkYaml();
    Sql.update(
        connection,
        "INSERT INTO snapshot VALUES ('benchmark.yaml', ?, ?, ?)",
        Sha256.of(yaml),
        yaml.getBytes(StandardCharsets.UTF_8).length,
        yaml);
    for (Snapshot.DataFile data : snapshot.files()) {
      Sql.update(
          connection,
          "INSERT INTO snapshot VALUES (?, ?, ?, NULL)",
          data.path(),
          data.sha256(),
          data.bytes());
    }
    Sql.update(
        connection,
        "INSERT INTO model VALUES (0, ?, ?, ?)",
        reader.name(),
        reader.identity(),
        surplusRows);
  }

  private long trials(SamplePool pool, @Nullable BitSet selected) throws SQLException {
    String benchmark = plan.benchmark().name() + "@" + plan.benchmark().version();
    long trials = 0;
    int position = 0;
    try (PreparedStatement insertSample =
            file.connection().prepareStatement("INSERT INTO sample VALUES (?, ?, ?, ?, ?)");
        PreparedStatement insertTrial =
            file.connection()
                .prepareStatement(
                    "INSERT INTO trial (ordinal, id, model, sample, arm, variant, epoch, state, reason)"
                        + " VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?)");
        Stream<Sample> samples = pool.samples()) {
      for (Iterator<Sample> each = samples.iterator(); each.hasNext(); position++) {
        Sample sample = each.next();
        insert(insertSample, sample, position);
        boolean skipped = selected != null && !selected.get(position);
        for (Arm arm : arms) {
          for (String variant : arm.variants(sample, plan.seed())) {
            for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
              Sql.bind(
                  insertTrial,
                  trials++,
                  TrialId.of(benchmark, plan.split(), sample.id(), arm.name(), variant, epoch),
                  position,
                  arm.name(),
                  variant,
                  epoch,
                  skipped ? "skipped" : "planned",
                  skipped ? "limit" : null);
              insertTrial.executeUpdate();
            }
          }
        }
      }
    }
    return trials;
  }

  private static void insert(PreparedStatement statement, Sample sample, int position)
      throws SQLException {
    Sql.bind(
        statement,
        position,
        sample.id(),
        sample.subset(),
        sample.kind().id(),
        Json.write(SampleJson.write(sample)));
    try {
      statement.executeUpdate();
    } catch (SQLException e) {
      if (e.getErrorCode() == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
        throw new AssayException(
            AssayException.Category.DATA,
            Problem.of("two samples have the id '" + sample.id() + "'")
                .expected("ids that are unique within a split")
                .remedy(
                    "make the template sample.id of benchmark.yaml tell them apart, for example with {row}"),
            e);
      }
      throw e;
    }
  }

  private static String describe(Selection selection) {
    return switch (selection) {
      case Selection.All all -> "all";
      case Selection.Limit limit ->
          "limit "
              + limit.count()
              + (limit.stratify() == null ? "" : " stratified by " + limit.stratify());
      case Selection.Ids ids -> "ids " + ids.ids().size();
    };
  }
}

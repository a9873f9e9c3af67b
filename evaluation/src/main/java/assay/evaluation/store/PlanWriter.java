package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Sample;
import assay.core.SamplePool;
import assay.core.Sha256;
import assay.core.exchange.Reader;
import assay.core.work.Ahead;
import assay.evaluation.json.Json;
import assay.evaluation.json.RequestJson;
import assay.evaluation.json.SampleJson;
import assay.evaluation.plan.RunPlan;
import assay.evaluation.plan.Selection;
import assay.evaluation.plan.Shard;
import assay.evaluation.plan.SkipReason;
import assay.evaluation.plan.TrialId;
import assay.evaluation.protocol.Arm;
import assay.evaluation.protocol.Arms;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Writes samples and trials of a plan into a run file, all or nothing. Samples are read some
 * hundred ahead of the writing, on another thread.
 */
public final class PlanWriter {

  private final RunFile file;
  private final RunPlan plan;
  private final List<Arm> arms;

  /**
   * A writer for one plan.
   *
   * @throws AssayException if the plan names an arm that does not exist, or one twice
   */
  public PlanWriter(RunFile file, RunPlan plan) {
    this.file = file;
    this.plan = plan;
    this.arms = plan.arms().stream().map(Arms::byName).distinct().toList();
    if (arms.size() < plan.arms().size()) {
      throw AssayException.usage(
          Problem.of("an arm is named twice: " + String.join(", ", plan.arms()))
              .remedy("name each once; for repetitions there is --epochs"));
    }
  }

  /**
   * What a plan is of.
   *
   * @param reader who will be asked
   * @param surplusRows records of a recording that no sample asks for
   * @param snapshot what the run keeps of the benchmark
   */
  public record Origin(Reader reader, long surplusRows, Snapshot snapshot) {}

  /** As the other, where everything is known beforehand. */
  public long write(SamplePool pool, Reader reader, long surplusRows, Snapshot snapshot) {
    Origin origin = new Origin(reader, surplusRows, snapshot);
    return write(pool, () -> origin);
  }

  /**
   * Writes the plan.
   *
   * @param origin asked when all samples were taken from the pool, so that a pool may be checked
   *     while it is taken, and a reader made meanwhile
   * @return how many trials were planned, the skipped ones included
   * @throws AssayException if a sample cannot be read, two have the same id, there is nothing to
   *     put, or the origin throws it; the file then holds no plan
   */
  public long write(SamplePool pool, Supplier<Origin> origin) {
    @Nullable BitSet selected = plan.selection() instanceof Selection.All ? null : select(pool);
    Connection connection = file.connection();
    try (Transaction transaction = new Transaction(connection)) {
      long trials = trials(pool, selected);
      facts(origin.get());
      index(connection);
      transaction.commit();
      return trials;
    } catch (SQLException e) {
      throw file.failure("write", e);
    }
  }

  /** Made when all trials are there: ids are hashes, and each would go to another page. */
  static void index(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE UNIQUE INDEX trial_id ON trial (model, id)");
    }
  }

  private BitSet select(SamplePool pool) {
    Selection.Choosing choosing = plan.selection().start();
    try (Stream<Sample> samples = pool.samples()) {
      samples.forEachOrdered(choosing::show);
    }
    return choosing.selected();
  }

  private void facts(Origin origin) {
    Snapshot snapshot = origin.snapshot();
    file.put("benchmark", plan.benchmark().name());
    file.put("benchmark_version", plan.benchmark().version());
    file.put("split", plan.split());
    if (plan.subset() != null) {
      file.put("subset", plan.subset());
    }
    if (!plan.benchmark().subsets().isEmpty()) {
      file.put("subsets", Json.write(Json.texts(plan.benchmark().subsets())));
    }
    file.put("arms", Json.write(Json.texts(plan.arms())));
    file.put("epochs", Integer.toString(plan.epochs()));
    file.put("seed", Long.toString(plan.seed()));
    file.put("selection", describe(plan.selection()));
    if (!plan.shard().equals(Shard.WHOLE)) {
      file.put("shard", plan.shard().toString());
    }
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
        origin.reader().name(),
        origin.reader().identity(),
        origin.surplusRows());
  }

  /** A sample and how it is kept. */
  private record Written(Sample sample, String body) {

    static Written of(Sample sample) {
      return new Written(sample, Json.write(SampleJson.write(sample)));
    }
  }

  private long trials(SamplePool pool, @Nullable BitSet selected) throws SQLException {
    ProblemReport problems = new ProblemReport();
    long trials = 0;
    int position = 0;
    try (PreparedStatement insertSample =
            file.connection().prepareStatement("INSERT INTO sample VALUES (?, ?, ?, ?, ?)");
        PreparedStatement insertTrial =
            file.connection()
                .prepareStatement(
                    "INSERT INTO trial (ordinal, id, model, sample, arm, variant, epoch, state,"
                        + " reason) VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?)");
        Stream<Sample> samples = pool.samples();
        Ahead<Written> each = new Ahead<>("assay-samples", samples.map(Written::of).iterator())) {
      for (; each.hasNext(); position++) {
        Written written = each.next();
        Sample sample = written.sample();
        if (insert(insertSample, written, position, problems)) {
          boolean selectedHere = selected == null || selected.get(position);
          trials = trialsOf(insertTrial, sample, position, selectedHere, trials);
        }
      }
    }
    problems.throwIfAny(AssayException.Category.DATA);
    if (trials == 0) {
      throw nothing(position);
    }
    return trials;
  }

  private long trialsOf(
      PreparedStatement insert, Sample sample, int position, boolean selected, long before)
      throws SQLException {
    String benchmark = plan.benchmark().name() + "@" + plan.benchmark().version();
    long ordinal = before;
    for (Arm arm : arms) {
      for (String variant : arm.variants(sample, plan.seed())) {
        for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
          String id = TrialId.of(benchmark, plan.split(), sample.id(), arm.name(), variant, epoch);
          @Nullable SkipReason skipped =
              selected ? plan.shard().holds(id) ? null : SkipReason.SHARD : leftOut();
          Sql.bind(
              insert,
              ordinal++,
              id,
              position,
              arm.name(),
              variant,
              epoch,
              skipped == null ? "planned" : "skipped",
              skipped == null ? null : skipped.id());
          insert.executeUpdate();
        }
      }
    }
    return ordinal;
  }

  private SkipReason leftOut() {
    return switch (plan.selection()) {
      case Selection.All all -> throw new IllegalStateException("everything is selected");
      case Selection.Limit limit -> SkipReason.LIMIT;
      case Selection.Ids ids -> SkipReason.SAMPLE_IDS;
    };
  }

  private static boolean insert(
      PreparedStatement statement, Written written, int position, ProblemReport problems)
      throws SQLException {
    Sample sample = written.sample();
    Sql.bind(statement, position, sample.id(), sample.subset(), sample.kind().id(), written.body());
    try {
      statement.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (!Databases.is(e, SQLiteErrorCode.SQLITE_CONSTRAINT)) {
        throw e;
      }
      problems.add(
          Problem.of("two samples have the id '" + sample.id() + "'")
              .expected("ids that are unique within a split")
              .remedy(
                  "make the template sample.id of benchmark.yaml tell them apart, for example with"
                      + " {row}"));
      return false;
    }
  }

  private AssayException nothing(int samples) {
    return samples == 0
        ? AssayException.data(
            Problem.of("split '" + plan.split() + "' of " + plan.benchmark().name() + " is empty"))
        : AssayException.usage(
            Problem.of(
                    "no sample of split '"
                        + plan.split()
                        + "' can be put under the arms "
                        + String.join(", ", plan.arms()))
                .remedy("name another arm; 'assay list arms' says which samples each is for"));
  }

  private static String describe(Selection selection) {
    return switch (selection) {
      case Selection.All all -> "all";
      case Selection.Limit limit ->
          "limit "
              + limit.count()
              + (limit.stratify() == null ? "" : " stratified by " + limit.stratify());
      case Selection.Ids ids ->
          "ids "
              + ids.ids().size()
              + " sha256:"
              + Sha256.of(String.join("\n", new TreeSet<>(ids.ids())));
    };
  }
}

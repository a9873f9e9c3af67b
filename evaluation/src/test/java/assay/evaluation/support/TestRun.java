package assay.evaluation.support;

import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Generation;
import assay.core.exchange.Reader;
import assay.core.exchange.Recording;
import assay.evaluation.estimate.Reduction;
import assay.evaluation.estimate.Results;
import assay.evaluation.plan.RunPlan;
import assay.evaluation.plan.Selection;
import assay.evaluation.plan.Shard;
import assay.evaluation.protocol.PromptRenderer;
import assay.evaluation.runner.Budget;
import assay.evaluation.runner.Clock;
import assay.evaluation.runner.Progress;
import assay.evaluation.runner.RetryPolicy;
import assay.evaluation.runner.RunOutcome;
import assay.evaluation.runner.Runner;
import assay.evaluation.runner.RunnerSettings;
import assay.evaluation.scoring.ScoringPass;
import assay.evaluation.store.PlanWriter;
import assay.evaluation.store.ResponseCache;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.Snapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way of a run in few words. */
public final class TestRun {

  private final SmallBenchmark small;
  private List<String> arms = List.of("standard");
  private int epochs = 1;
  private long seed = 7;
  private @Nullable String subset;
  private Selection selection = new Selection.All();
  private Shard shard = Shard.WHOLE;
  private Clock clock = new VirtualClock();
  private Budget budget = Budget.unlimited();
  private @Nullable ResponseCache cache;
  private Progress progress = Progress.NONE;
  private int concurrency = 8;
  private RetryPolicy retry = RetryPolicy.standard(7);
  private long surplus;

  public TestRun(SmallBenchmark small) {
    this.small = small;
  }

  public TestRun arms(String... names) {
    arms = List.of(names);
    return this;
  }

  public TestRun epochs(int number) {
    epochs = number;
    return this;
  }

  public TestRun seed(long number) {
    seed = number;
    return this;
  }

  public TestRun subset(String name) {
    subset = name;
    return this;
  }

  public TestRun selection(Selection which) {
    selection = which;
    return this;
  }

  public TestRun shard(int index, int count) {
    shard = new Shard(index, count);
    return this;
  }

  public TestRun clock(Clock other) {
    clock = other;
    return this;
  }

  public TestRun budget(Budget other) {
    budget = other;
    return this;
  }

  public TestRun cache(ResponseCache other) {
    cache = other;
    return this;
  }

  public TestRun progress(Progress other) {
    progress = other;
    return this;
  }

  public TestRun concurrency(int most) {
    concurrency = most;
    return this;
  }

  public TestRun retry(RetryPolicy policy) {
    retry = policy;
    return this;
  }

  public TestRun surplus(long rows) {
    surplus = rows;
    return this;
  }

  /** Its plan. */
  public RunPlan plan() {
    return new RunPlan(
        small.benchmark(), "test", subset, arms, epochs, seed, selection, shard, Generation.UNSET);
  }

  /** A new file with the plan in it. */
  public RunFile planned(Path path, Reader reader) {
    RunFile file = RunFile.create(path);
    new PlanWriter(file, plan())
        .write(
            small.pool(),
            reader,
            surplus,
            new Snapshot("name: small\n", List.of(), new LinkedHashMap<>()));
    return file;
  }

  /** Somebody to ask what is left. */
  public Runner runner(RunFile file, Reader reader) {
    PromptRenderer renderer =
        new PromptRenderer(
            small.benchmark().prompt(),
            Generation.UNSET,
            List.of(),
            media -> {
              throw new AssertionError("there are no pictures");
            });
    return new Runner(
        file,
        reader,
        renderer,
        new RunnerSettings(concurrency, retry, budget, cache, clock, progress));
  }

  /** A new file, asked to the end. */
  public RunFile done(Path path, Reader reader) {
    RunFile file = planned(path, reader);
    RunOutcome outcome = run(file, reader);
    if (outcome.end() != RunOutcome.End.DONE) {
      throw new AssertionError("ended as " + outcome);
    }
    return file;
  }

  /** Asks what is left. */
  public RunOutcome run(RunFile file, Reader reader) {
    try {
      return runner(file, reader).run();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts here", e);
    }
  }

  /** Scores and sums up. */
  public Results results(RunFile file) {
    long scoring = ScoringPass.run(file, small.ruleSet(), "test");
    return new Reduction(file, small.benchmark(), small.ruleSet(), 0.95).reduce(scoring);
  }

  /** What a stranger sees: the first column of a query's rows, as text. */
  public static List<String> query(RunFile file, String sql) {
    return query(file.path(), sql);
  }

  /** How SQLite goes about a query. */
  public static List<String> explain(RunFile file, String sql) {
    return query(file.path(), "EXPLAIN QUERY PLAN " + sql, 4);
  }

  /** The same of a file. */
  public static List<String> query(Path path, String sql) {
    return query(path, sql, 1);
  }

  private static List<String> query(Path path, String sql, int column) {
    List<String> cells = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        cells.add(rows.getString(column));
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
    return cells;
  }

  /** Changes a file behind Assay's back. */
  public static void tamper(Path path, String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** A recording of these replies by sample; others were not recorded. */
  public static Recording recorded(Map<String, String> replies) {
    return recorded(replies, false);
  }

  /** A recording, partial or not. */
  public static Recording recorded(Map<String, String> replies, boolean partial) {
    return recorded(
        sampleId -> {
          String text = replies.get(sampleId);
          return text == null
              ? new Attempt.Failed(FailureKind.NOT_RECORDED, "not in the recording")
              : ScriptedModel.reply(text);
        },
        partial);
  }

  /** A recording that holds failures alone. */
  public static Recording failing(FailureKind kind, String message) {
    return recorded(sampleId -> new Attempt.Failed(kind, message), false);
  }

  private static Recording recorded(Function<String, Attempt> answers, boolean partial) {
    return new Recording() {
      @Override
      public Attempt answer(String sampleId, int epoch) {
        return answers.apply(sampleId);
      }

      @Override
      public int epochs() {
        return 1;
      }

      @Override
      public boolean partial() {
        return partial;
      }

      @Override
      public long surplusRows() {
        return 0;
      }

      @Override
      public String name() {
        return "recorded:them";
      }

      @Override
      public String identity() {
        return "recorded:them";
      }
    };
  }
}

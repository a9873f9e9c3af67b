package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.terminal.ProgressLine;
import assay.cli.terminal.Terminal;
import assay.cli.wiring.Runs;
import assay.cli.wiring.Scorings;
import assay.evaluation.runner.RunOutcome;
import assay.evaluation.runner.Runner;
import assay.evaluation.store.PendingTrials;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.TrialCounts;
import assay.report.json.RunSummary;
import assay.report.table.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One sitting in which trials are put: shows progress, stops gracefully on Ctrl-C, scores, and says
 * what comes next.
 */
final class Session implements AutoCloseable {

  /** So long what is under way is waited for, and then its scoring and printing. */
  private static final int GRACE_SECONDS = 20;

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:=@%+,-]+");

  private final AssayCommand root;
  private final boolean quiet;

  /** Something that puts trials. */
  @FunctionalInterface
  interface Work {
    Runs.Ended with(Runs runs) throws IOException, InterruptedException;
  }

  private final AtomicReference<@Nullable Runner> running = new AtomicReference<>();
  private final AtomicBoolean asking = new AtomicBoolean();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread interrupt = Thread.ofPlatform().unstarted(this::stop);

  /** Begins a sitting: from now on Ctrl-C ends it gracefully. */
  Session(AssayCommand root, boolean quiet) {
    this.root = root;
    this.quiet = quiet;
    Runtime.getRuntime().addShutdownHook(interrupt);
  }

  /** The time now for file names, UTC. */
  String time() {
    return LocalDateTime.now(ZoneOffset.UTC)
        .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
  }

  /** Puts trials until they are done or something stops it. */
  Runs.Ended run(Work work) throws IOException, InterruptedException {
    asking.set(true);
    try (ProgressLine line = new ProgressLine(root.terminal(), System::nanoTime)) {
      return work.with(new Runs(root.places(), line, running::set));
    } finally {
      asking.set(false);
      if (stopping()) {
        asked.countDown();
      }
    }
  }

  /** Ends the sitting, after everything was printed. */
  @Override
  public void close() {
    root.terminal().out().flush();
    root.terminal().err().flush();
    asked.countDown();
    closed.countDown();
    if (!stopping()) {
      try {
        Runtime.getRuntime().removeShutdownHook(interrupt);
      } catch (IllegalStateException e) {
        // Ctrl-C came this very moment: the hook finds everything ended
      }
    }
  }

  private boolean stopping() {
    return interrupt.getState() != Thread.State.NEW;
  }

  /**
   * Runs on Ctrl-C: starts nothing new, and gives what is under way some time to end, to be kept,
   * scored and shown.
   */
  private void stop() {
    Runner runner = running.get();
    if (runner == null || closed.getCount() == 0) {
      return;
    }
    PrintStream err = root.terminal().err();
    if (asking.get()) {
      err.println();
      err.println("assay: stopping; waiting for what is under way …");
      runner.stop();
    }
    try {
      if (asking.get() && !asked.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        err.println(
            "assay: not all ended in time; what is missing will be asked by 'assay resume'");
      } else if (!closed.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        err.println("assay: scoring takes longer; 'assay score' does it again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Scores what was answered, seals what is complete, and says how complete the run is. */
  ExitCode conclude(Runs.Ended ended, List<String> extractors, List<String> scorers, boolean seal) {
    Terminal terminal = root.terminal();
    RunOutcome outcome = ended.outcome();
    if (!ended.wasSealed() || !Scorings.isScored(ended.file())) {
      Scorings.scoreOwn(ended.file(), extractors, scorers, seal || ended.complete());
    }
    TrialCounts counts;
    try (RunFile file = RunFile.openReadOnly(ended.file())) {
      counts = TrialCounts.of(file);
    }
    return switch (outcome.end()) {
      case DONE -> counts.failed() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
      case STOPPED -> {
        terminal
            .err()
            .println(
                "assay: stopped; "
                    + Figures.counted(counts.planned(), "trial", "trials")
                    + " left");
        yield ExitCode.INTERRUPTED;
      }
      case BUDGET -> {
        terminal
            .err()
            .println(
                "assay: stopped by the budget: "
                    + outcome.message()
                    + "; 'assay resume' goes on, with a larger one, or with --prices FILE where costs"
                    + " are not known");
        yield ExitCode.INCOMPLETE;
      }
      case UNUSABLE -> {
        terminal.err().println("assay: the endpoint cannot be used: " + outcome.message());
        yield ExitCode.ENDPOINT;
      }
    };
  }

  /** Says where the run lies and what to do with it. */
  void next(RunSummary run) {
    next(List.of(run));
  }

  /** Says where the runs lie and what to do with them. */
  void next(List<RunSummary> runs) {
    if (quiet) {
      return;
    }
    PrintStream err = root.terminal().err();
    err.println();
    for (RunSummary run : runs) {
      err.println("run file: " + name(run) + (run.sealed() ? " (sealed)" : ""));
      if (resumable(Path.of(run.file()))) {
        err.println("go on:    assay resume " + name(run));
      }
    }
    String file = runs.size() == 1 ? name(runs.getFirst()) : "FILE";
    boolean failed = runs.stream().allMatch(Session::failed);
    if (runs.size() > 1) {
      err.println("each:     assay show FILE  (all rules, published figures, parts)");
    }
    err.println("look:     assay show " + file + (failed ? " --items failed" : " --items wrong"));
  }

  /** Whether there is anything that 'assay resume' would ask. */
  static boolean resumable(Path run) {
    try (RunFile file = RunFile.openReadOnly(run)) {
      return PendingTrials.resumable(file) > 0;
    }
  }

  /** Whether failures are what to look at first; what a recording lacks is none. */
  private static boolean failed(RunSummary run) {
    boolean recorded = run.models().stream().allMatch(name -> name.startsWith("recorded:"));
    return run.trials().failed() > 0 && (!recorded || run.trials().answered() == 0);
  }

  /** Says how what a judge said comes to the run that it read. */
  void judged(String run, Path asked) {
    root.terminal()
        .err()
        .println("then:     assay score " + name(run) + " --judged " + name(asked.toString()));
  }

  private String name(RunSummary run) {
    return name(run.file());
  }

  /** As short as can be from here. */
  private String name(String path) {
    Path file = Path.of(path).toAbsolutePath().normalize();
    Path here = root.places().work().toAbsolutePath().normalize();
    return quoted(file.startsWith(here) ? here.relativize(file).toString() : path);
  }

  /** As a shell takes it. */
  private static String quoted(String name) {
    return PLAIN.matcher(name).matches() ? name : "'" + name.replace("'", "'\\''") + "'";
  }

  /** The more serious of two ends. */
  static ExitCode worse(ExitCode one, ExitCode other) {
    return one.code() >= other.code() ? one : other;
  }
}

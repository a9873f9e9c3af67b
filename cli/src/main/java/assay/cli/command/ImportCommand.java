package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.wiring.Imports;
import assay.cli.wiring.Views;
import assay.datasets.harness.LogConversion;
import assay.report.table.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay import}: makes a run file of another program's log. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Make a run file of a log that another program wrote.",
      "Of lm-evaluation-harness, lmms-eval, VLMEvalKit, Inspect, promptfoo, HELM,",
      "simple-evals.",
      "What the program read and how it scored stand in it as 'recorded', beside what",
      "Assay reads and how it scores.",
      "",
      "With the benchmark that was asked, its questions and right answers are taken instead:",
      "  assay run BENCHMARK --data DIR --model recorded:FILE"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay import samples_medqa_2026-01-31T10-00-00.jsonl -o theirs.assay",
      "  assay import logs/medqa.eval --system gpt-4o",
      "  assay diff ours.assay theirs.assay"
    })
public final class ImportCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "A log, or the parts of one.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Run file; by default runs/TASK/MODEL-TIME.assay.")
  private @Nullable Path output;

  @Option(
      names = "--system",
      paramLabel = "NAME",
      description = {
        "Which of those who answered, where the log holds several; else what to call the one."
      })
  private @Nullable String system;

  @Mixin private LevelOption level = new LevelOption();

  @Option(names = "--json", description = "Print results as JSON.")
  private boolean json;

  public ImportCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    level.require();
    String time =
        LocalDateTime.now(ZoneOffset.UTC)
            .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
    String command =
        spec == null
            ? "assay import"
            : "assay "
                + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    Imports.Imported imported =
        new Imports(root.places()).run(files, system, output, command, time);
    ResultsPrinter.print(
        root.terminal(), List.of(Views.sumOwn(imported.file(), null, level.value())), json);
    if (!json) {
      tell(imported);
    }
    return (imported.made().failed() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
  }

  private void tell(Imports.Imported imported) {
    PrintStream err = root.terminal().err();
    LogConversion.Made made = imported.made();
    err.println();
    err.println(
        "imported: "
            + Figures.counted(made.questions(), "question", "questions")
            + (made.epochs() == 1
                ? ""
                : ", "
                    + Figures.counted(made.questions() + made.repeated(), "answer", "answers")
                    + " in "
                    + Figures.counted(made.epochs(), "epoch", "epochs"))
            + " from a log of "
            + imported.program()
            + (made.filtered() == 0
                ? ""
                : "; of further filters "
                    + Figures.counted(made.filtered(), "record", "records")
                    + " left out"));
    if (!made.prompts()) {
      err.println("          the log does not hold what was put to the model");
    }
    some(
        err,
        made.outside(),
        "of %s the log calls right what is none of their options, so they do not ask for a choice",
        made);
    some(
        err,
        made.unstated(),
        "of %s the log does not state a right answer, so what Assay reads has no score",
        made);
    some(
        err,
        made.filteredOnly(),
        "of %s the log does not hold the reply, only what a filter left of it, which stands for it",
        made);
    made.doubts()
        .forEach(doubt -> err.println("          " + doubt + "; --system NAME says it otherwise"));
    err.println("run file: " + imported.file());
  }

  /** Tells of some questions; where it is all of them, which they are need not be said. */
  private static void some(
      PrintStream err, LogConversion.Some some, String words, LogConversion.Made made) {
    if (some.count() == 0) {
      return;
    }
    boolean all = some.count() == made.questions();
    String questions = Figures.counted(made.questions(), "question", "questions");
    String share =
        all && made.questions() == 1
            ? "the one question"
            : all ? "all " + questions : Figures.count(some.count()) + " of " + questions;
    String which =
        ": " + String.join(", ", some.first()) + (some.count() > some.first().size() ? ", …" : "");
    err.println("          " + words.formatted(share) + (all ? "" : which));
  }
}

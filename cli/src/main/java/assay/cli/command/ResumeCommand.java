package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.wiring.Judgings;
import assay.cli.wiring.Runs;
import assay.cli.wiring.Summed;
import assay.cli.wiring.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay resume}: asks what a run has not asked yet. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = {
      "Go on with a run that was interrupted, or in which trials failed.",
      "What was answered stays; the model, the data and the settings are the run's own."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay resume runs/medqa/NAME.assay",
      "  assay resume NAME.assay --max-cost 20 --prices prices.csv"
    })
public final class ResumeCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Parameters(paramLabel = "RUN", description = "The run file.")
  private Path run = Path.of("");

  @Option(names = "--data", paramLabel = "DIR", description = "The data folder, if it has moved.")
  private @Nullable Path data;

  @Mixin private LevelOption level = new LevelOption();

  @Option(
      names = "--seal",
      description = "Seal the run even if trials failed: no more trials may be added.")
  private boolean seal;

  @Option(names = "--json", description = "Print results as JSON.")
  private boolean json;

  @Mixin private ConditionOptions conditions = new ConditionOptions();

  public ResumeCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    level.require();
    try (Session session = new Session(root, json)) {
      Runs.Ended ended = session.run(runs -> runs.resume(run, conditions.conditions(), data));
      if (ended.wasSealed()) {
        root.terminal().err().println("assay: nothing was left to ask; these are its results");
      }
      ExitCode code = session.conclude(ended, List.of(), List.of(), seal);
      Summed sum = Views.sumOwn(ended.file(), null, level.value());
      ResultsPrinter.print(root.terminal(), List.of(sum), json);
      session.next(sum.run());
      if (!json) {
        Judgings.judgedBy(ended.file()).ifPresent(run -> session.judged(run, ended.file()));
      }
      return code.code();
    }
  }
}

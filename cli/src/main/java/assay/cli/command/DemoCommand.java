package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.process.Version;
import assay.cli.terminal.Terminal;
import assay.cli.wiring.Demo;
import assay.cli.wiring.Summed;
import assay.report.json.PrettyJson;
import assay.report.json.ResultsJson;
import assay.report.text.Leaderboard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay demo}: everything end to end, on simulated patients, without key and data. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Try Assay on simulated patients: no key, no data, no network.",
      "A small benchmark is drawn and put to readers with known flaws and to one",
      "that really looks, and it is said what each is worth."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  assay demo", "  assay demo --seed 7 --json"})
public final class DemoCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the patients and of the readers (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "40",
      description = "How many images, with four questions each (default ${DEFAULT-VALUE}).")
  private int images;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder for images and run files; by default runs/demo.")
  private @Nullable Path output;

  @Option(names = "--json", description = "Print results as JSON.")
  private boolean json;

  public DemoCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ConditionOptions.requirePositive("--images", images);
    Terminal terminal = root.terminal();
    Path folder = output == null ? root.places().work().resolve("runs").resolve("demo") : output;
    Demo.Outcome outcome = new Demo(root.places()).run(folder, seed, images);
    if (json) {
      List<Summed> sums = outcome.sums();
      terminal
          .out()
          .println(
              PrettyJson.write(
                  ResultsJson.document(
                      Version.text(),
                      sums.stream().map(Summed::run).toList(),
                      sums.stream().map(Summed::results).toList())));
      return ExitCode.DONE.code();
    }
    terminal
        .out()
        .println(
            terminal.bold("Assay demo")
                + ": "
                + images
                + " simulated patients, "
                + 4 * images
                + " questions, six readers");
    terminal
        .out()
        .println("(No reader is an AI model: they are small programs whose flaws are known.)");
    terminal.out().println();
    terminal.out().print(new Leaderboard(outcome.standings(), terminal.columns()).render());
    terminal.out().println();
    terminal.out().println("Intervals hold 95 %; questions about one image count as one group.");
    terminal.out().println();
    terminal.out().println("What next:");
    Path relative = relative(folder);
    terminal.out().println("  look at the patients       " + relative.resolve("images"));
    terminal
        .out()
        .println(
            "  see one reader's errors    assay show "
                + relative.resolve("reader-pixels.assay")
                + " --items wrong");
    terminal.out().println("  a real benchmark           assay list benchmarks");
    terminal
        .out()
        .println(
            "  your own model             assay run "
                + relative
                + " --data "
                + relative
                + " --model openai:NAME@URL");
    return ExitCode.DONE.code();
  }

  private Path relative(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    return absolute.startsWith(root.places().work())
        ? root.places().work().relativize(absolute)
        : absolute;
  }
}

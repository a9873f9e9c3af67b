package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.process.Version;
import assay.cli.terminal.Terminal;
import assay.cli.wiring.Differences;
import assay.cli.wiring.RunPart;
import assay.core.AssayException;
import assay.core.Problem;
import assay.report.json.DifferenceJson;
import assay.report.json.PrettyJson;
import assay.report.text.DifferenceText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay diff}: why two runs of the same questions differ. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Say question by question why two runs differ.",
      "Sample set, prompt, images, settings, reply, reading, score:",
      "how many scores each flips, and how much of the gap it explains."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay diff ours.assay theirs.assay",
      "  assay diff RUN RUN --extractor layered --extractor recorded",
      "  assay diff 'RUN#arm=standard' 'RUN#arm=blind' --items 50"
    })
public final class DiffCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Parameters(
      arity = "2",
      paramLabel = "RUN",
      description = "Two run files, or parts of them: RUN#model=…,arm=…,split=…,subset=….")
  private List<String> runs = new ArrayList<>();

  @Option(
      names = "--extractor",
      paramLabel = "NAME",
      description = "As read by this rule; given twice, the second is for the second run.")
  private List<String> extractors = new ArrayList<>();

  @Option(
      names = "--scorer",
      paramLabel = "NAME",
      description = "As scored by this rule; given twice, the second is for the second run.")
  private List<String> scorers = new ArrayList<>();

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "10",
      description = "List at most N of the questions that differ (default ${DEFAULT-VALUE}).")
  private int items;

  @Option(names = "--json", description = "Print JSON, with every question that differs.")
  private boolean json;

  public DiffCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    requireTwo("--extractor", extractors);
    requireTwo("--scorer", scorers);
    Differences.Compared compared =
        Differences.of(
            RunPart.parse(runs.getFirst()), rule(0), RunPart.parse(runs.getLast()), rule(1));
    Terminal terminal = root.terminal();
    if (json) {
      terminal
          .out()
          .println(
              PrettyJson.write(
                  DifferenceJson.document(
                      Version.text(), compared.first(), compared.second(), compared.difference())));
    } else {
      terminal
          .out()
          .print(
              new DifferenceText(
                      compared.first(),
                      compared.second(),
                      compared.difference(),
                      terminal.columns(),
                      Math.max(0, items))
                  .render());
    }
    return ExitCode.DONE.code();
  }

  private Differences.Rule rule(int run) {
    return new Differences.Rule(of(extractors, run), of(scorers, run));
  }

  private static @Nullable String of(List<String> names, int run) {
    return names.isEmpty() ? null : names.get(Math.min(run, names.size() - 1));
  }

  private static void requireTwo(String option, List<String> names) {
    if (names.size() > 2) {
      throw AssayException.usage(
          Problem.of(option + " is given " + names.size() + " times")
              .expected("once for both runs, or twice"));
    }
  }
}

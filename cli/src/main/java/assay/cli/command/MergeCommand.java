package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.wiring.Scorings;
import assay.cli.wiring.Summed;
import assay.cli.wiring.Views;
import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.store.RunMerge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay merge}: one run of several. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = {
      "Make one run of several: parts of a plan, subsets, or other models.",
      "They must agree in benchmark, data, split, arms and settings."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  assay merge part1.assay part2.assay -o whole.assay"})
public final class MergeCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run files, two or more.")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The new run file.")
  private Path output = Path.of("");

  @Option(names = "--json", description = "Print results as JSON.")
  private boolean json;

  public MergeCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    if (runs.size() < 2) {
      throw AssayException.usage(
          Problem.of("one run alone is nothing to merge")
              .at(runs.getFirst().toString())
              .expected("two runs or more")
              .remedy("assay merge part1.assay part2.assay -o whole.assay"));
    }
    if (runs.stream().anyMatch(run -> run.toAbsolutePath().equals(output.toAbsolutePath()))) {
      throw AssayException.usage(
          Problem.of("the new run is one of those that are merged")
              .at(output.toString())
              .remedy("name another file"));
    }
    RunMerge.merge(runs, output);
    Scorings.scoreOwn(output, List.of(), List.of(), false);
    Summed sum = Views.sumOwn(output, null, 0.95);
    ResultsPrinter.print(root.terminal(), List.of(sum), json);
    try (Session session = new Session(root, json)) {
      session.next(sum.run());
    }
    return ExitCode.DONE.code();
  }
}

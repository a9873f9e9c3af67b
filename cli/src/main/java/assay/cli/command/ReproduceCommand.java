package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.process.Version;
import assay.cli.terminal.Terminal;
import assay.cli.wiring.Reproductions;
import assay.datasets.definition.BenchmarkCatalog;
import assay.evaluation.reproduction.Reproduction;
import assay.report.json.PrettyJson;
import assay.report.json.ReproductionJson;
import assay.report.text.ReproductionText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay reproduce}: whether others' recorded answers give the figures they stated. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    description = {
      "Score recorded answers, and compare with what others stated.",
      "Hash of every file, then counts, then scores, within tolerances."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay reproduce medqa --data DIR",
      "  assay reproduce mirage --data DIR --figures",
      "  assay reproduce medqa medmcqa --data DIR --only gpt-4o-mini --json"
    })
public final class ReproduceCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Parameters(
      arity = "1..*",
      paramLabel = "BENCHMARK",
      description = "Benchmarks with a file expected.yaml.")
  private List<String> benchmarks = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the benchmark's files (or ASSAY_DATA).")
  private @Nullable Path data;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "Only recordings with a file whose name holds this text.")
  private @Nullable String only;

  @Option(names = "--figures", description = "Show every figure, not only those that differ.")
  private boolean figures;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public ReproduceCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Terminal terminal = root.terminal();
    BenchmarkCatalog catalog = new BenchmarkCatalog(root.places().benchmarkFolders());
    List<BenchmarkCatalog.Found> found = benchmarks.stream().map(catalog::find).toList();
    Reproductions maker =
        new Reproductions(root.places(), root.places().data(data), only, this::tell);
    List<Reproduction> made = new ArrayList<>();
    for (BenchmarkCatalog.Found one : found) {
      Reproduction reproduction = maker.of(one);
      made.add(reproduction);
      if (!json) {
        clear();
        terminal
            .out()
            .print(new ReproductionText(reproduction, terminal.columns(), figures).render());
      }
    }
    if (json) {
      clear();
      terminal.out().println(PrettyJson.write(ReproductionJson.document(Version.text(), made)));
    }
    return code(made).code();
  }

  private static ExitCode code(List<Reproduction> made) {
    if (made.stream().anyMatch(Reproduction::differs)) {
      return ExitCode.NEGATIVE;
    }
    return made.stream().anyMatch(Reproduction::incomplete) ? ExitCode.DATA : ExitCode.DONE;
  }

  private void tell(String recording) {
    Terminal terminal = root.terminal();
    if (terminal.liveErr()) {
      clear();
      String line = "… " + recording;
      terminal.err().print(line.substring(0, Math.min(line.length(), terminal.columns() - 1)));
      terminal.err().flush();
    }
  }

  private void clear() {
    if (root.terminal().liveErr()) {
      root.terminal().err().print("\r\u001B[K");
    }
  }
}

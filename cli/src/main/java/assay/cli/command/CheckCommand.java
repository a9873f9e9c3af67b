package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.terminal.Terminal;
import assay.cli.wiring.Checks;
import assay.evaluation.json.Json;
import assay.report.json.PrettyJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay check}: everything wrong with a benchmark or a run, in one report. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Say everything that is wrong with a benchmark or a run, in one report.",
      "Of a benchmark: its description, its files, every sample, every picture."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay check medqa --data DIR",
      "  assay check my/benchmark.yaml             the description alone",
      "  assay check runs/medqa/NAME.assay"
    })
public final class CheckCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Parameters(
      paramLabel = "BENCHMARK|RUN",
      description = "A benchmark's name or benchmark.yaml, or a run file.")
  private String subject = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the benchmark's files (or ASSAY_DATA).")
  private @Nullable Path data;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public CheckCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws IOException {
    Terminal terminal = root.terminal();
    List<String> facts = new Checks(root.places()).check(subject, data);
    if (json) {
      ObjectNode document = Json.object().put("subject", subject).put("sound", true);
      document.set("facts", Json.texts(facts));
      terminal.out().println(PrettyJson.write(document));
    } else {
      facts.forEach(fact -> terminal.out().println(fact));
      terminal.out().println("Nothing wrong was found.");
    }
    return ExitCode.DONE.code();
  }
}

package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.process.Version;
import assay.cli.wiring.Claims;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.data.FileFault;
import assay.evaluation.claim.Settled;
import assay.report.json.PrettyJson;
import assay.report.pipeline.ClaimJunit;
import assay.report.pipeline.ClaimSummary;
import assay.report.verdict.ClaimJson;
import assay.report.verdict.ClaimText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay claim}: what runs say of statements that were fixed in a file. */
@Command(
    name = "claim",
    mixinStandardHelpOptions = true,
    description = {
      "Decide the statements of a claim file.",
      "Each is supported, refuted or undecided, with the evidence and what is needed.",
      "Exit code 1 unless all are supported."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay run medqa --data DIR --model SPEC --claim CLAIM.yaml -o model.assay",
      "  assay claim CLAIM.yaml model.assay baseline.assay",
      "  assay claim CLAIM.yaml model=A.assay baseline=B.assay --junit claim.xml"
    })
public final class ClaimCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Parameters(index = "0", paramLabel = "CLAIM", description = "A claim file (YAML).")
  private Path file = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "RUN",
      description =
          "A run for each role of the claim, in its order, or as ROLE=RUN; parts as in"
              + " RUN#arm=….")
  private List<String> runs = new ArrayList<>();

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write JUnit XML too: a test case for each statement.")
  private @Nullable Path junit;

  @Option(
      names = "--github-summary",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "FILE",
      description =
          "Append a summary in Markdown to FILE; without FILE to that of GitHub Actions"
              + " ($GITHUB_STEP_SUMMARY).")
  private @Nullable String summary;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public ClaimCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    @Nullable Path summaryFile = summaryFile();
    Settled settled = Claims.settle(file, runs);
    root.terminal()
        .out()
        .print(
            json
                ? PrettyJson.write(ClaimJson.document(Version.text(), settled)) + "\n"
                : new ClaimText(settled, root.terminal().columns()).render());
    root.terminal().out().flush();
    if (junit != null) {
      replace(junit, ClaimJunit.write(settled));
    }
    if (summaryFile != null) {
      append(summaryFile, ClaimSummary.write(settled));
    }
    return settled.isSupported() ? ExitCode.DONE.code() : ExitCode.NEGATIVE.code();
  }

  /** Whole or not at all: a pipeline must not read half a suite. */
  private static void replace(Path file, String text) {
    Path draft =
        file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      try {
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw unwritable("--junit", file, e);
    }
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(
          file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw unwritable("--github-summary", file, e);
    }
  }

  private static AssayException unwritable(String option, Path file, IOException e) {
    return AssayException.usage(
        Problem.of(option + ": the file cannot be written: " + FileFault.reason(e))
            .at(file.toString())
            .expected("a place in a folder that exists and may be written"));
  }

  private @Nullable Path summaryFile() {
    if (summary == null || !summary.isEmpty()) {
      return summary == null ? null : Path.of(summary);
    }
    @Nullable String known = root.places().environment().apply("GITHUB_STEP_SUMMARY");
    if (known == null || known.isEmpty()) {
      throw AssayException.usage(
          Problem.of("--github-summary names no file, and GITHUB_STEP_SUMMARY is not set")
              .expected("--github-summary=FILE where this is no job of GitHub Actions"));
    }
    return Path.of(known);
  }
}

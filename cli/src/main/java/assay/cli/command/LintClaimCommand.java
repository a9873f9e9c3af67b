package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.process.Version;
import assay.cli.published.PrintedTable;
import assay.core.AssayException;
import assay.evaluation.published.LintFinding;
import assay.evaluation.published.TableLint;
import assay.report.json.PrettyJson;
import assay.report.verdict.LintJson;
import assay.report.verdict.LintText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay lint-claim}: whether a published table can be what it says. */
@Command(
    name = "lint-claim",
    mixinStandardHelpOptions = true,
    description = {
      "Check a published table for arithmetic.",
      "Does the percentage exist for that n, which method is the interval of, can",
      "the difference be significant, are gains points or relative?",
      "Exit code 1 if something is impossible.",
      "Rows that cannot be read are told, the others are checked."
    },
    footerHeading = "%nColumns, all but value optional (CSV, TSV, or a YAML list of rows):%n",
    footer = {
      "  set, system, value, unit (percent, share), n, decimals,",
      "  lower, upper, level, comparator, gain, p, wins, losses, chi2, whole",
      "",
      "Example:",
      "  assay lint-claim table.csv"
    })
public final class LintClaimCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Parameters(paramLabel = "TABLE", description = "A table of printed results.")
  private Path table = Path.of("");

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public LintClaimCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    PrintedTable.Rows read = PrintedTable.read(table);
    List<LintFinding> findings = new TableLint(read.rows()).findings();
    root.terminal()
        .out()
        .print(
            json
                ? PrettyJson.write(LintJson.document(Version.text(), table.toString(), findings))
                    + "\n"
                : new LintText(findings, root.terminal().columns()).render());
    read.problems().throwIfAny(AssayException.Category.DATA);
    boolean impossible = findings.stream().anyMatch(f -> f.grade() == LintFinding.Grade.IMPOSSIBLE);
    return impossible ? ExitCode.NEGATIVE.code() : ExitCode.DONE.code();
  }
}

package assay.cli.command;

import assay.cli.process.Version;
import assay.cli.terminal.Terminal;
import assay.cli.wiring.Scorings;
import assay.report.json.PrettyJson;
import assay.report.json.ResultsJson;
import assay.report.text.ResultsText;
import java.util.List;

/** Prints what runs say, for people or for machines. */
final class ResultsPrinter {

  private ResultsPrinter() {}

  static void print(Terminal terminal, List<Scorings.Summed> runs, boolean json) {
    if (json) {
      terminal
          .out()
          .println(
              PrettyJson.write(
                  ResultsJson.document(
                      Version.text(),
                      runs.stream().map(Scorings.Summed::run).toList(),
                      runs.stream().map(Scorings.Summed::results).toList())));
      return;
    }
    String separator = "";
    for (Scorings.Summed run : runs) {
      terminal.out().print(separator);
      terminal.out().print(new ResultsText(run.run(), run.results(), terminal.columns()).render());
      separator = "\n";
    }
  }
}

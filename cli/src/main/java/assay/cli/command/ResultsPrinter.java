package assay.cli.command;

import assay.cli.process.Version;
import assay.cli.terminal.Terminal;
import assay.cli.wiring.Summed;
import assay.report.json.PrettyJson;
import assay.report.json.ResultsJson;
import assay.report.text.ResultsText;
import assay.report.text.RunsText;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Prints what runs say, for people or for machines. */
final class ResultsPrinter {

  private ResultsPrinter() {}

  /** As {@link #print}, but several runs of one benchmark become one table for people. */
  static void printTogether(Terminal terminal, List<Summed> runs, boolean json) {
    if (json || runs.size() == 1) {
      print(terminal, runs, json);
      return;
    }
    terminal
        .out()
        .print(
            new RunsText(
                    runs.stream().map(Summed::run).toList(),
                    runs.stream().map(Summed::results).toList(),
                    terminal.columns())
                .render());
  }

  /** What runs say, for machines. */
  static ObjectNode document(List<Summed> runs) {
    return ResultsJson.document(
        Version.text(),
        runs.stream().map(Summed::run).toList(),
        runs.stream().map(Summed::results).toList());
  }

  static void print(Terminal terminal, List<Summed> runs, boolean json) {
    if (json) {
      terminal.out().println(PrettyJson.write(document(runs)));
      return;
    }
    String separator = "";
    for (Summed run : runs) {
      terminal.out().print(separator);
      terminal.out().print(new ResultsText(run.run(), run.results(), terminal.columns()).render());
      separator = "\n";
    }
  }
}

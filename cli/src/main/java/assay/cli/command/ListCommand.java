package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.terminal.Terminal;
import assay.cli.wiring.Inventory;
import assay.evaluation.json.Json;
import assay.report.json.PrettyJson;
import assay.report.table.TextTable;
import assay.report.table.TextTable.Align;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay list}: what there is. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List what there is to work with.",
    footerHeading = "%nExamples:%n",
    footer = {"  assay list", "  assay list extractors", "  assay list benchmarks --json"})
public final class ListCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Parameters(
      arity = "0..1",
      paramLabel = "KIND",
      description = "${COMPLETION-CANDIDATES}, in any case; without it, a line each.")
  private Inventory.@Nullable Kind kind;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public ListCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Terminal terminal = root.terminal();
    Inventory inventory = new Inventory(root.places());
    List<Inventory.Kind> kinds =
        kind == null ? Arrays.asList(Inventory.Kind.values()) : List.of(kind);
    if (json) {
      terminal.out().println(PrettyJson.write(json(inventory, kinds)));
    } else if (kind == null) {
      overview(terminal, inventory, kinds);
    } else {
      table(terminal, inventory.entries(kind));
    }
    return ExitCode.DONE.code();
  }

  private static void overview(Terminal terminal, Inventory inventory, List<Inventory.Kind> kinds) {
    TextTable table =
        new TextTable().column("", Align.LEFT).column("", Align.RIGHT).column("", Align.SHRINK);
    for (Inventory.Kind kind : kinds) {
      List<String> names = inventory.names(kind);
      table.row(kind.id(), Integer.toString(names.size()), String.join(" ", names));
    }
    terminal.out().print(table.render(terminal.columns(), "").stripLeading());
    terminal.out().println();
    terminal.out().println("More of each: assay list KIND, for example: assay list extractors");
  }

  private void table(Terminal terminal, List<Inventory.Entry> entries) {
    TextTable table =
        new TextTable()
            .column("name", Align.LEFT)
            .column("what it is", Align.SHRINK)
            .column("source", Align.SHRINK);
    entries.forEach(entry -> table.row(entry.name(), entry.title(), entry.source()));
    terminal.out().print(table.render(root.listColumns(), ""));
  }

  private static ObjectNode json(Inventory inventory, List<Inventory.Kind> kinds) {
    ObjectNode json = Json.object();
    for (Inventory.Kind kind : kinds) {
      ArrayNode array = json.putArray(kind.id().toLowerCase(Locale.ROOT));
      inventory
          .entries(kind)
          .forEach(
              entry ->
                  array
                      .addObject()
                      .put("name", entry.name())
                      .put("title", entry.title())
                      .put("source", entry.source()));
    }
    return json;
  }
}

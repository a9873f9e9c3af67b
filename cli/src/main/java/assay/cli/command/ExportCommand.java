package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.wiring.RunPart;
import assay.cli.wiring.Views;
import assay.report.export.ExportFormat;
import assay.report.table.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay export}: a run as a table for other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write a run as a table: one row a trial × extractor × scorer.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay export RUN --to csv -o run.csv",
      "  assay export 'RUN#arm=standard' --to parquet"
    })
public final class ExportCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Parameters(
      paramLabel = "RUN",
      description = "Run file, or a part of it: RUN#model=…,arm=…,subset=….")
  private String run = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      description = {
        "jsonl, csv or parquet; or spreadsheet: CSV for Excel and",
        "the like, in which no reply can be taken for a formula."
      })
  private ExportFormat format = ExportFormat.JSONL;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The new file; by default the run's name with the format's ending.")
  private @Nullable Path output;

  @Option(
      names = "--scoring",
      paramLabel = "N",
      description = "Which scoring; by default the newest.")
  private @Nullable Long scoring;

  public ExportCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws IOException {
    RunPart part = RunPart.parse(run);
    Path target = output == null ? beside(part.file()) : output;
    long rows = Views.export(part, scoring, format, target);
    root.terminal().err().println(Figures.counted(rows, "row", "rows") + " written to " + target);
    return ExitCode.DONE.code();
  }

  private Path beside(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.assay$", "");
    return file.resolveSibling(name + "." + format.ending());
  }
}

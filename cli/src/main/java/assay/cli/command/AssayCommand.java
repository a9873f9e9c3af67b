package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.process.Version;
import assay.cli.terminal.Terminal;
import assay.cli.wiring.Inventory;
import assay.cli.wiring.Places;
import assay.evaluation.comparison.Verdict;
import assay.evaluation.item.ItemFilter;
import assay.report.export.ExportFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command. */
@Command(
    name = "assay",
    description = {
      "Measures medical AI: how good a model is on a benchmark, how sure we are,",
      "and where it breaks."
    },
    versionProvider = AssayCommand.VersionText.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay demo                                     no key, no data, under a minute",
      "  assay list benchmarks",
      "  assay run medqa --data DIR --model openai:NAME@http://127.0.0.1:8000/v1",
      "  assay show RUN --items wrong"
    })
public final class AssayCommand implements Runnable {

  /** In the order of the help. */
  private static final SequencedMap<String, Function<AssayCommand, Object>> SUBCOMMANDS =
      subcommands();

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;
  private final Places places;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean debug;

  @Option(
      names = "--columns",
      scope = ScopeType.INHERIT,
      paramLabel = "N",
      description =
          "Width of tables; by default that of the terminal, else 100; a list in a pipe is not cut.")
  private @Nullable Integer columns;

  public AssayCommand(Terminal terminal, Places places) {
    this.terminal = terminal;
    this.places = places;
  }

  /**
   * The command line. Where the first argument is the name of a subcommand, only that one is made:
   * to look through the annotations of all of them would take a fifth of the time of a short one.
   *
   * @param arguments what it is for, perhaps nothing
   */
  public CommandLine commandLine(List<String> arguments) {
    CommandLine line = new CommandLine(this);
    String first = arguments.isEmpty() ? "" : arguments.getFirst();
    @Nullable Function<AssayCommand, Object> named = SUBCOMMANDS.get(first);
    if (named == null) {
      SUBCOMMANDS.forEach((name, maker) -> line.addSubcommand(name, maker.apply(this)));
      line.addSubcommand("completion", completion());
    } else {
      line.addSubcommand(first, named.apply(this));
    }
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(80);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(Inventory.Kind.class, new Words<>(Inventory.Kind.class));
    line.registerConverter(ExportFormat.class, new Words<>(ExportFormat.class));
    line.registerConverter(Verdict.class, new Words<>(Verdict.class));
    line.registerConverter(ItemFilter.class, new Words<>(ItemFilter.class));
    line.setAbbreviatedOptionsAllowed(false);
    Map<String, String> codes = new LinkedHashMap<>();
    Arrays.stream(ExitCode.values()).forEach(code -> codes.put(" " + code.code(), code.meaning()));
    documentExitCodes(line, codes);
    return line;
  }

  private static SequencedMap<String, Function<AssayCommand, Object>> subcommands() {
    SequencedMap<String, Function<AssayCommand, Object>> all = new LinkedHashMap<>();
    all.put("demo", DemoCommand::new);
    all.put("list", ListCommand::new);
    all.put("check", CheckCommand::new);
    all.put("run", RunCommand::new);
    all.put("resume", ResumeCommand::new);
    all.put("merge", MergeCommand::new);
    all.put("score", ScoreCommand::new);
    all.put("judge", JudgeCommand::new);
    all.put("show", ShowCommand::new);
    all.put("compare", CompareCommand::new);
    all.put("claim", ClaimCommand::new);
    all.put("lint-claim", LintClaimCommand::new);
    all.put("export", ExportCommand::new);
    all.put("import", ImportCommand::new);
    all.put("diff", DiffCommand::new);
    all.put("reproduce", ReproduceCommand::new);
    return Collections.unmodifiableSequencedMap(all);
  }

  /** Its own help calls it by the name it bears here. */
  private static CommandLine completion() {
    CommandLine completion = new CommandLine(new GenerateCompletion());
    completion.setCommandName("completion");
    return completion;
  }

  private static void documentExitCodes(CommandLine line, Map<String, String> codes) {
    line.getCommandSpec()
        .usageMessage()
        .abbreviateSynopsis(true)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(codes);
    line.getSubcommands().values().forEach(sub -> documentExitCodes(sub, codes));
  }

  /** Where output goes, as wide as the user wants it. */
  public Terminal terminal() {
    return columns == null ? terminal : terminal.withColumns(columns);
  }

  /** Width of lists: nothing is cut where no terminal asks for it. */
  int listColumns() {
    return columns == null && !terminal.liveOut() ? Integer.MAX_VALUE : terminal().columns();
  }

  Places places() {
    return places;
  }

  /** Whether stack traces are wanted. */
  public boolean debug() {
    return debug;
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(terminal.out());
    }
  }

  /** What {@code --version} prints. */
  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"assay " + Version.text(), "Java " + Runtime.version()};
    }
  }
}

package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.wiring.RunPart;
import assay.cli.wiring.Summed;
import assay.cli.wiring.Views;
import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.item.Contested;
import assay.evaluation.item.ItemFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay show}: what runs say, or their single items. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show what runs say; or, with --items, single questions with their replies.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay show runs/medqa/*.assay",
      "  assay show RUN --items unreadable",
      "  assay show RUN --items wrong --full --first 3",
      "  assay show RUN --disagreements",
      "  assay show 'RUN#arm=blind' --json"
    })
public final class ShowCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "Run files, or parts of them: RUN#model=…,arm=…,split=…,subset=….")
  private List<String> runs = new ArrayList<>();

  @Option(
      names = "--items",
      paramLabel = "WHICH",
      description =
          "Single trials: all, right, wrong, unreadable, refused, truncated, guessed, undefined,"
              + " failed, skipped, disagree. With --disagreements: of these alone.")
  private @Nullable ItemFilter items;

  @Option(
      names = "--disagreements",
      description = "Single trials that extractors read differently, with what each of them read.")
  private boolean disagreements;

  @Option(
      names = "--unread",
      description =
          "With --disagreements: also answers that some extractors read alike and others not at"
              + " all.")
  private boolean unread;

  @Option(names = "--full", description = "With --items: whole questions and replies.")
  private boolean full;

  @Option(
      names = "--first",
      paramLabel = "N",
      description = {
        "With --items: at most N of them.",
        "With --disagreements: the N most contested (default 20; with --json all, in the run's order)."
      })
  private @Nullable Integer first;

  @Option(
      names = "--extractor",
      paramLabel = "NAME",
      description = "With --items: as read by this rule.")
  private @Nullable String extractor;

  @Option(
      names = "--scorer",
      paramLabel = "NAME",
      description = "With --items: as scored by this rule.")
  private @Nullable String scorer;

  @Option(
      names = "--scoring",
      paramLabel = "N",
      description = "Which scoring; by default the newest.")
  private @Nullable Long scoring;

  @Mixin private LevelOption level = new LevelOption();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public ShowCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws IOException {
    level.require();
    if (first != null) {
      ConditionOptions.requirePositive("--first", first);
      requireList("--first");
    }
    if (unread) {
      requireList("--unread");
    }
    List<RunPart> parts = runs.stream().map(RunPart::parse).toList();
    if (disagreements) {
      ContestedPrinter printer =
          new ContestedPrinter(
              root.terminal(),
              json,
              first,
              items == null ? ItemFilter.ALL : items,
              unread ? Contested.Silence.DIFFERS : Contested.Silence.NO_SAY);
      for (RunPart part : parts) {
        printer.print(new Views.Selection(part, scoring, extractor, scorer));
      }
      return ExitCode.DONE.code();
    }
    if (items != null) {
      ItemsPrinter printer = new ItemsPrinter(root.terminal(), json, full, first);
      for (RunPart part : parts) {
        printer.print(new Views.Selection(part, scoring, extractor, scorer), items);
      }
      return ExitCode.DONE.code();
    }
    List<Summed> sums = new ArrayList<>();
    for (RunPart part : parts) {
      Summed sum = Views.sum(part.file(), scoring, level.value());
      sums.add(new Summed(sum.run(), part.narrow(sum.results())));
    }
    ResultsPrinter.print(root.terminal(), sums, json);
    return ExitCode.DONE.code();
  }

  private void requireList(String option) {
    if (!disagreements && (items == null || option.equals("--unread"))) {
      throw AssayException.usage(
          Problem.of(option + " says how answers are listed, and none are")
              .remedy("add --disagreements" + (option.equals("--first") ? " or --items" : "")));
    }
  }
}

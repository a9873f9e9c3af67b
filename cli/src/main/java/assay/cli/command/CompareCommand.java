package assay.cli.command;

import assay.cli.claim.Amount;
import assay.cli.process.ExitCode;
import assay.cli.process.Version;
import assay.cli.wiring.Sides;
import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.comparison.Adjustment;
import assay.evaluation.comparison.Comparison;
import assay.evaluation.comparison.Comparisons;
import assay.evaluation.comparison.Side;
import assay.evaluation.comparison.SideReader;
import assay.evaluation.comparison.Terms;
import assay.evaluation.comparison.Tournament;
import assay.evaluation.comparison.Verdict;
import assay.report.json.PrettyJson;
import assay.report.verdict.ComparisonJson;
import assay.report.verdict.ComparisonText;
import assay.report.verdict.TournamentText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay compare}: which of two readers or more is better, on the same samples. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Say which of two runs is better, and how sure that is.",
      "Sample by sample: better, worse, equivalent within a margin, or undecided;",
      "of three or more runs, every pair."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay compare A.assay B.assay",
      "  assay compare A.assay B.assay --margin 5%% --items",
      "  assay compare 'RUN#arm=standard' 'RUN#arm=blind'",
      "  assay compare runs/medqa/*.assay --against-first --json"
    })
public final class CompareCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Parameters(
      arity = "2..*",
      paramLabel = "RUN",
      description =
          "Run files or parts of them: RUN#model=…,arm=…,split=…,subset=…, also kind=…,"
              + " tag.NAME=… and, to choose by which rule a side is read, extractor=….")
  private List<String> runs = new ArrayList<>();

  @Option(
      names = "--margin",
      paramLabel = "X",
      description =
          "Differences that are surely below X count as equivalent: 0.05, 5 %%, '5 points'; else in"
              + " their own unit.")
  private @Nullable String margin;

  @Option(
      names = "--items",
      description = "List the samples on which the two differ, and what each answered.")
  private boolean items;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description =
          "Pair samples by a cluster (question-family) or a link (translation-of) instead of"
              + " their ids.")
  private @Nullable String by;

  @Option(
      names = "--extractor",
      paramLabel = "NAME",
      description = "Both as read by this rule, of the newest scoring that holds it.")
  private @Nullable String extractor;

  @Option(names = "--scorer", paramLabel = "NAME", description = "As scored by this rule.")
  private @Nullable String scorer;

  @Option(
      names = "--correction",
      paramLabel = "NAME",
      defaultValue = "holm",
      description =
          "For slices and pairs: none, bonferroni, holm, hochberg, benjamini-hochberg,"
              + " benjamini-yekutieli; for slices of two runs also max-t (default ${DEFAULT-VALUE}).")
  private String correction = "holm";

  @Option(names = "--against-first", description = "Of three or more: each against the first only.")
  private boolean againstFirst;

  @Mixin private LevelOption level = new LevelOption();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of permutations and bootstrap; by default that of the first run.")
  private @Nullable Long seed;

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICT",
      split = ",",
      description = "End with exit code 1 on these verdicts: better, worse, equivalent, undecided.")
  private List<Verdict> failOn = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public CompareCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    level.require();
    Adjustment adjusted = adjustment();
    SideReader.Choice choice = new SideReader.Choice(extractor, scorer, by);
    if (runs.size() > 2) {
      return several(adjusted, Sides.readSeveral(runs, choice));
    }
    Side first = Sides.read(runs.getFirst(), choice);
    Side second = Sides.read(runs.getLast(), choice);
    Comparison comparison = new Comparisons(terms(adjusted, first)).compare(first, second);
    root.terminal()
        .out()
        .print(
            json
                ? PrettyJson.write(ComparisonJson.document(Version.text(), comparison)) + "\n"
                : new ComparisonText(comparison, root.terminal().columns(), items).render());
    return code(List.of(comparison));
  }

  private int several(Adjustment adjusted, Sides.Several read) {
    if (items) {
      throw AssayException.usage(
          Problem.of("--items lists the samples on which two runs differ, here are " + runs.size())
              .remedy("name two runs"));
    }
    read.require(againstFirst ? runs.getFirst() : null);
    List<Side> sides = read.sides();
    Tournament tournament =
        new Comparisons(terms(adjusted, sides.getFirst()))
            .compareAll(
                sides, againstFirst, json ? Comparisons.Detail.SLICES : Comparisons.Detail.OVERALL)
            .without(read.leftOut());
    root.terminal()
        .out()
        .print(
            json
                ? PrettyJson.write(ComparisonJson.document(Version.text(), tournament)) + "\n"
                : new TournamentText(tournament, root.terminal().columns()).render());
    return code(tournament.comparisons());
  }

  private Terms terms(Adjustment adjusted, Side first) {
    return new Terms(
        level.value(), margin(first), adjusted, seed == null ? first.seed() : seed, by == null);
  }

  private @Nullable Double margin(Side first) {
    if (margin == null) {
      return null;
    }
    @Nullable Double amount = Amount.parse(margin);
    if (amount == null || !(amount > 0) || (first.scale().isShare() && amount >= 1)) {
      throw AssayException.usage(
          Problem.of("--margin is '" + margin + "'")
              .expected(
                  first.scale().isShare()
                      ? "above 0 and below 1, such as 0.05, or percent or points: 5%, '5 points'"
                      : "a number above 0, in the unit of the scores"));
    }
    return amount;
  }

  private int code(List<Comparison> comparisons) {
    boolean negative = comparisons.stream().anyMatch(one -> failOn.contains(one.verdict()));
    return negative ? ExitCode.NEGATIVE.code() : ExitCode.DONE.code();
  }

  private Adjustment adjustment() {
    return Adjustment.named(correction)
        .orElseThrow(
            () ->
                AssayException.usage(
                    Problem.of("--correction is '" + correction + "'")
                        .expected("one of " + String.join(", ", Adjustment.ids()))));
  }
}

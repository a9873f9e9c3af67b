package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.wiring.Judgings;
import assay.cli.wiring.RuleNames;
import assay.cli.wiring.Scorings;
import assay.cli.wiring.Summed;
import assay.cli.wiring.Views;
import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.estimate.RuleAgreement;
import assay.report.json.AgreementJson;
import assay.report.json.PrettyJson;
import assay.report.text.AgreementText;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay score}: reads and scores stored replies again, without asking anybody. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description =
        "Read and score a run's replies again, by other rules or by a newer version; nobody is asked.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay score RUN --extractor all",
      "  assay score RUN --extractor layered,mirage --scorer choice",
      "  assay score RUN --judged RUN.judged-by-NAME-TIME.assay"
    })
public final class ScoreCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run files.")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = "--extractor",
      paramLabel = "NAME",
      description =
          "Rules that read ('assay list extractors'), by commas; 'all' compares every one that"
              + " fits.")
  private List<String> extractors = new ArrayList<>();

  @Option(
      names = "--scorer",
      paramLabel = "NAME",
      description = "Rules that score ('assay list scorers'); 'all' for every one that fits.")
  private List<String> scorers = new ArrayList<>();

  @Option(
      names = "--judged",
      paramLabel = "FILE",
      description =
          "Keep what a judge said in this run, made by 'assay judge', and read by it too.")
  private @Nullable Path judged;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "With --judged: the judge's name in the run; by default its model's.")
  private @Nullable String as;

  @Mixin private LevelOption level = new LevelOption();

  @Option(names = "--json", description = "Print results as JSON.")
  private boolean json;

  public ScoreCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    level.require();
    List<String> readers = RuleNames.in("--extractor", extractors);
    List<String> raters = RuleNames.in("--scorer", scorers);
    if (judged != null) {
      keepJudgements(judged);
    } else if (as != null) {
      throw AssayException.usage(Problem.of("--as names the judge of --judged, which is missing"));
    }
    List<Summed> sums = new ArrayList<>();
    List<RuleAgreement> agreements = new ArrayList<>();
    boolean all = readers.contains(Scorings.ALL);
    for (Path run : runs) {
      long scoring = Scorings.score(run, readers, raters);
      Summed sum = Views.sumOwn(run, scoring, level.value());
      sums.add(sum);
      if (all) {
        List<RuleAgreement> own = Views.agreements(run, scoring);
        agreements.addAll(own);
        if (!json) {
          root.terminal()
              .out()
              .print(new AgreementText(sum.run(), own, root.terminal().columns()).render());
        }
      }
    }
    if (json) {
      ObjectNode document = ResultsPrinter.document(sums);
      if (all) {
        document.set("agreements", AgreementJson.list(agreements));
      }
      root.terminal().out().println(PrettyJson.write(document));
    } else if (!all) {
      ResultsPrinter.print(root.terminal(), sums, false);
    }
    return ExitCode.DONE.code();
  }

  private void keepJudgements(Path file) {
    if (runs.size() > 1) {
      throw AssayException.usage(
          Problem.of("--judged is about the replies of one run, but there are " + runs.size())
              .remedy("score them one by one"));
    }
    String judge = Judgings.nameOf(file, as);
    JudgeCommand.tell(root.terminal(), judge, Judgings.keep(runs.getFirst(), file, judge));
  }
}

package assay.cli.command;

import assay.cli.process.ExitCode;
import assay.cli.terminal.Terminal;
import assay.cli.wiring.DryRun;
import assay.cli.wiring.Judgings;
import assay.cli.wiring.ReaderSpecs;
import assay.cli.wiring.Readers;
import assay.cli.wiring.RunRequest;
import assay.cli.wiring.Runs;
import assay.cli.wiring.Scorings;
import assay.cli.wiring.Summed;
import assay.cli.wiring.Views;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.exchange.Generation;
import assay.evaluation.estimate.RuleAgreement;
import assay.evaluation.plan.Selection;
import assay.evaluation.plan.Shard;
import assay.evaluation.store.JudgementRows;
import assay.models.spec.ModelSpec;
import assay.report.json.AgreementJson;
import assay.report.json.PrettyJson;
import assay.report.table.Figures;
import assay.report.text.AgreementText;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay judge}: has a model read the replies of a run. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    description = {
      "Have a model read a run's replies, beside the rules that read them.",
      "It is asked which answer each reply gives, not whether it is right, and sees no gold answer.",
      "What it fails at, or says beside the form, is unreadable and never an answer. Its replies are"
          + " a run of their own, to be looked at, resumed and kept like any other."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay judge RUN --model openai:NAME@http://127.0.0.1:8000/v1",
      "  assay judge RUN --model openai:NAME@URL --dry-run",
      "  assay resume RUN.judged-by-NAME-TIME.assay",
      "  assay score RUN --judged RUN.judged-by-NAME-TIME.assay"
    })
public final class JudgeCommand implements Callable<Integer> {

  private final AssayCommand root;

  @Parameters(paramLabel = "RUN", description = "The run whose replies are read.")
  private Path run = Path.of("");

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "SPEC",
      description =
          "The judge: a model at an endpoint, openai:NAME@URL; recordings and reference readers are"
              + " no judges.")
  private String model = "";

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "The judge's name in the run: its rule is judge:NAME. By default the model's.")
  private @Nullable String as;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The judge's run file; by default beside the run.")
  private @Nullable Path output;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "Most tokens a judgement, instead of 64; reasoning models need more.")
  private @Nullable Integer maxTokens;

  @Option(
      names = "--reasoning-effort",
      paramLabel = "WORD",
      description = "Sent to reasoning models.")
  private @Nullable String reasoningEffort;

  @Option(
      names = "--dry-run",
      description = "Say what would be sent (calls, tokens, price) and send nothing.")
  private boolean dryRun;

  @Mixin private LevelOption level = new LevelOption();

  @Option(names = "--json", description = "Print results as JSON.")
  private boolean json;

  @Mixin private ConditionOptions conditions = new ConditionOptions();

  public JudgeCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    level.require();
    ModelSpec spec = ModelSpec.parse(model, Readers.catalog());
    Judgings.requireEndpoint(spec);
    String judge = Judgings.name(as, spec);
    try (Session session = new Session(root, json);
        Judgings.Prepared prepared = Judgings.prepare(run, judge, spec, output, session.time())) {
      List<ReaderSpecs> readers = Readers.group(List.of(model), prepared.benchmark(), null);
      if (readers.size() != 1) {
        throw AssayException.usage(Problem.of("there must be one judge, not " + readers.size()));
      }
      RunRequest request = request(prepared);
      if (dryRun) {
        return DryRunPrinter.print(
            root.terminal(),
            new DryRun(root.places()).estimate(prepared.benchmark(), readers, request),
            json);
      }
      Runs.Ended ended =
          session.run(
              runs ->
                  runs.start(
                      prepared.benchmark(), readers.getFirst().specs(), request, session.time()));
      ExitCode code = session.conclude(ended, List.of(), List.of(), false);
      JudgementRows.Kept kept = Judgings.keep(run, ended.file(), judge);
      tell(root.terminal(), judge, kept);
      print(Scorings.score(run, List.of(), List.of()));
      session.next(Views.sumOwn(ended.file(), null, level.value()).run());
      if (!json && Session.resumable(ended.file())) {
        session.judged(run.toString(), ended.file());
      }
      return code.code();
    }
  }

  private RunRequest request(Judgings.Prepared prepared) {
    return new RunRequest(
        null,
        List.of(),
        1,
        1,
        new Selection.All(),
        Shard.WHOLE,
        new Generation(null, null, null, maxTokens, List.of(), null, reasoningEffort),
        prepared.folder(),
        prepared.output(),
        conditions.conditions(),
        "assay judge " + run + " --model " + model);
  }

  private void print(long scoring) {
    Summed sum = Views.sumOwn(run, scoring, level.value());
    List<RuleAgreement> agreements = Views.agreements(run, scoring);
    if (json) {
      ObjectNode document = ResultsPrinter.document(List.of(sum));
      document.set("agreements", AgreementJson.list(agreements));
      root.terminal().out().println(PrettyJson.write(document));
    } else {
      root.terminal()
          .out()
          .print(new AgreementText(sum.run(), agreements, root.terminal().columns()).render());
    }
  }

  /** Says how far a judge came. */
  static void tell(Terminal terminal, String judge, JudgementRows.Kept kept) {
    terminal
        .err()
        .println(
            "assay: "
                + judge
                + " judged "
                + Figures.counted(kept.judged(), "reply", "replies")
                + (kept.failed() == 0 ? "" : ", failed at " + failures(kept))
                + (kept.open() == 0
                    ? ""
                    : "; " + Figures.count(kept.open()) + " are still to be asked"));
  }

  /** How many failures, and of which kinds. */
  private static String failures(JudgementRows.Kept kept) {
    return Figures.count(kept.failed())
        + kept.failures().entrySet().stream()
            .map(kind -> Figures.count(kind.getValue()) + " " + kind.getKey())
            .collect(Collectors.joining(", ", " (", ")"));
  }
}

package assay.cli.command;

import assay.cli.claim.ClaimFile;
import assay.cli.process.ExitCode;
import assay.cli.wiring.DryRun;
import assay.cli.wiring.ReaderSpecs;
import assay.cli.wiring.Readers;
import assay.cli.wiring.RuleNames;
import assay.cli.wiring.RunRequest;
import assay.cli.wiring.Runs;
import assay.cli.wiring.Scorings;
import assay.cli.wiring.Summed;
import assay.cli.wiring.Views;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.exchange.Generation;
import assay.datasets.definition.BenchmarkCatalog;
import assay.evaluation.plan.Selection;
import assay.evaluation.plan.Shard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code assay run}: puts a benchmark to a model, or takes recorded answers, scores, and says how
 * good and how sure.
 */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Put a benchmark to a model, or take recorded answers; score; say how good and how sure.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay run medqa --split hard --data DIR \\",
      "      --model recorded:DIR/recorded/gpt-4o-medqa-test_hard-cot.json",
      "  assay run mirage/medqa --data DIR --model reader:oracle,accuracy=0.9",
      "  assay run vqa-rad --data DIR --model openai:NAME@http://127.0.0.1:8000/v1 --limit 50",
      "  assay run vqa-rad --data DIR --model openai:NAME@URL --allow-host HOST --dry-run"
    })
public final class RunCommand implements Callable<Integer> {

  /** More than that is a slip of the keyboard, and would fill the disk with a plan. */
  private static final int MOST_EPOCHS = 10_000;

  /** Endpoints take temperatures up to 2; some more. */
  private static final double HOTTEST = 100;

  private final AssayCommand root;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "BENCHMARK",
      description =
          "A benchmark's name ('assay list benchmarks'), NAME/SUBSET, or a path to a benchmark.yaml.")
  private String benchmark = "";

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "SPEC",
      description = {
        "Who answers: openai:NAME@URL, recorded:PATH, reader:NAME ('assay list models').",
        "Recordings of one system are one reader; every other model gets a run of its own."
      })
  private List<String> models = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the benchmark's files (or ASSAY_DATA).")
  private @Nullable Path data;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "Split to measure; by default the benchmark's first.")
  private @Nullable String split;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Run file; by default runs/BENCHMARK/MODEL-TIME.assay.")
  private @Nullable Path output;

  @Option(
      names = "--arm",
      paramLabel = "NAME",
      description = "Condition ('assay list arms'); may be repeated.")
  private List<String> arms = new ArrayList<>();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = {"Ask every sample N times (default 1; of a recording, as often as it says)."})
  private @Nullable Integer epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of everything random (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Ask a random N of the samples: the same ones for every model, by the seed.")
  private @Nullable Integer limit;

  @Option(
      names = "--stratify",
      paramLabel = "TAG",
      description = "With --limit: keep the shares of a tag's values (or of 'kind', 'subset').")
  private @Nullable String stratify;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Ask the Ith of N parts only, for several machines; 'assay merge' puts them together.")
  private @Nullable String shard;

  @Option(
      names = "--sample-ids",
      paramLabel = "ID,… or @FILE",
      split = ",",
      description = "Ask these samples only; @FILE holds one id a line.")
  private List<String> sampleIds = new ArrayList<>();

  @Option(names = "--temperature", paramLabel = "X", description = "Instead of the benchmark's.")
  private @Nullable Double temperature;

  @Option(names = "--top-p", paramLabel = "X", description = "Instead of the benchmark's.")
  private @Nullable Double topP;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "Most tokens a reply, instead of the benchmark's.")
  private @Nullable Integer maxTokens;

  @Option(names = "--model-seed", paramLabel = "N", description = "Seed sent to the model.")
  private @Nullable Long modelSeed;

  @Option(
      names = "--stop",
      paramLabel = "TEXT",
      description = "Text at which replies end; may be repeated.")
  private List<String> stop = new ArrayList<>();

  @Option(
      names = "--logprobs",
      paramLabel = "N",
      description = "Ask for log-probabilities with N alternatives.")
  private @Nullable Integer logprobs;

  @Option(
      names = "--reasoning-effort",
      paramLabel = "WORD",
      description = "Sent to reasoning models.")
  private @Nullable String reasoningEffort;

  @Option(
      names = "--extractor",
      paramLabel = "NAME",
      description = "Read by these rules instead of the benchmark's; 'all' for every one.")
  private List<String> extractors = new ArrayList<>();

  @Option(names = "--scorer", paramLabel = "NAME", description = "Score by these rules instead.")
  private List<String> scorers = new ArrayList<>();

  @Option(
      names = "--claim",
      paramLabel = "FILE",
      description =
          "Store this claim file in the run before the first call, and take no kept replies:"
              + " 'assay claim' then says pre-registered. May be repeated.")
  private List<Path> claims = new ArrayList<>();

  @Mixin private LevelOption level = new LevelOption();

  @Option(
      names = "--dry-run",
      description = "Say what would be sent (calls, tokens, pictures, price) and send nothing.")
  private boolean dryRun;

  @Option(
      names = "--seal",
      description = "Seal the run even if trials failed: no more trials may be added.")
  private boolean seal;

  @Option(names = "--json", description = "Print results as JSON.")
  private boolean json;

  @Mixin private ConditionOptions conditions = new ConditionOptions();

  public RunCommand(AssayCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireWithin("--epochs", epochs == null ? null : (double) epochs, 1, MOST_EPOCHS);
    requireWithin("--temperature", temperature, 0, HOTTEST);
    requireWithin("--top-p", topP, 0, 1);
    requireWithin("--max-tokens", maxTokens == null ? null : (double) maxTokens, 1, 1e9);
    level.require();
    BenchmarkCatalog.Found found =
        new BenchmarkCatalog(root.places().benchmarkFolders()).find(benchmark);
    Scorings.requireRules(found.definition().benchmark(), readBy(), scoredBy());
    List<ClaimFile> registered = claims.stream().map(file -> ClaimFile.about(file, found)).toList();
    List<ReaderSpecs> readers = Readers.group(models, found, split);
    if (output != null && readers.size() > 1) {
      throw AssayException.usage(
          Problem.of(
                  "-o names one file, but there are "
                      + readers.size()
                      + " models, which get a run each")
              .remedy("leave -o out, or run them one by one"));
    }
    RunRequest request =
        new RunRequest(
            split,
            arms,
            epochs,
            seed,
            selection(),
            shard == null ? Shard.WHOLE : Shard.parse(shard),
            new Generation(
                temperature, topP, modelSeed, maxTokens, stop, logprobs, reasoningEffort),
            root.places().data(data),
            output,
            claims.isEmpty() ? conditions.conditions() : conditions.conditions().withCache(false),
            commandLine());
    if (dryRun) {
      return DryRunPrinter.print(
          root.terminal(), new DryRun(root.places()).estimate(found, readers, request), json);
    }
    try (Session session = new Session(root, json)) {
      ExitCode worst = ExitCode.DONE;
      List<Summed> sums = new ArrayList<>();
      for (ReaderSpecs reader : readers) {
        if (reader.narrows(found)) {
          root.terminal()
              .err()
              .println("assay: recorded of " + benchmark + ": " + reader.subset() + " alone");
        }
        BenchmarkCatalog.Found part = reader.narrowed(found);
        Runs.Ended ended =
            session.run(
                runs -> runs.start(part, reader.specs(), request, session.time(), registered));
        worst = Session.worse(worst, session.conclude(ended, readBy(), scoredBy(), seal));
        sums.add(Views.sumOwn(ended.file(), null, level.value()));
        if (worst == ExitCode.INTERRUPTED) {
          break;
        }
      }
      ResultsPrinter.printTogether(root.terminal(), sums, json);
      session.next(sums.stream().map(Summed::run).toList());
      return worst.code();
    }
  }

  private static void requireWithin(
      String option, @Nullable Double value, double least, double most) {
    if (value != null && !(value >= least && value <= most)) {
      throw AssayException.usage(
          Problem.of(option + " is " + number(value))
              .expected("from " + number(least) + " to " + number(most)));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private Selection selection() throws IOException {
    if (!sampleIds.isEmpty()) {
      if (limit != null) {
        throw AssayException.usage(Problem.of("--limit and --sample-ids exclude each other"));
      }
      return new Selection.Ids(ids());
    }
    if (limit == null) {
      if (stratify != null) {
        throw AssayException.usage(Problem.of("--stratify needs --limit"));
      }
      return new Selection.All();
    }
    ConditionOptions.requirePositive("--limit", limit);
    return new Selection.Limit(limit, seed, stratify);
  }

  private SequencedSet<String> ids() throws IOException {
    SequencedSet<String> ids = new LinkedHashSet<>();
    for (String text : sampleIds) {
      if (text.startsWith("@")) {
        Files.readAllLines(Path.of(text.substring(1)), StandardCharsets.UTF_8).stream()
            .filter(line -> !line.isBlank())
            .forEach(ids::add);
      } else {
        ids.add(text);
      }
    }
    return ids;
  }

  private String commandLine() {
    return spec == null
        ? "assay run"
        : "assay " + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
  }

  private List<String> readBy() {
    return RuleNames.in("--extractor", extractors);
  }

  private List<String> scoredBy() {
    return RuleNames.in("--scorer", scorers);
  }
}

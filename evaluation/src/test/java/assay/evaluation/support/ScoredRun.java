package assay.evaluation.support;

import assay.core.AnswerKind;
import assay.core.Sample;
import assay.core.exchange.Attempt;
import assay.core.exchange.FailureKind;
import assay.core.exchange.ReferenceReader;
import assay.core.exchange.Trial;
import assay.core.measure.Metric;
import assay.core.measure.ScoreRange;
import assay.evaluation.estimate.Estimate;
import assay.evaluation.estimate.Reduction;
import assay.evaluation.estimate.Results;
import assay.evaluation.runner.RetryPolicy;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.scoring.ScoringPass;
import assay.evaluation.store.RunFile;
import assay.reading.Extractors;
import assay.reading.Metrics;
import assay.reading.Scorers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run in which every reply is laid down: {@code SAMPLE} or {@code SAMPLE#EPOCH} to what {@link
 * SpokenRules} make of it, or {@code failed}, or {@code skipped}.
 */
public final class ScoredRun {

  private final SmallBenchmark small;
  private final Map<String, String> replies;
  private List<String> metrics = List.of("accuracy");
  private List<String> extractors = List.of("spoken");
  private @Nullable ScoreRange range = ScoreRange.UNIT;
  private int epochs = 1;
  private long surplus;
  private String model = "laid down";
  private double level = 0.95;
  private @Nullable Real real;

  private record Real(String extractor, String scorer) {}

  public ScoredRun(SmallBenchmark small, Map<String, String> replies) {
    this.small = small;
    this.replies = new LinkedHashMap<>(replies);
  }

  public ScoredRun metrics(String... names) {
    metrics = List.of(names);
    return this;
  }

  public ScoredRun extractors(String... names) {
    extractors = List.of(names);
    return this;
  }

  /** Real rules of the room reading instead of spoken ones. */
  public ScoredRun rules(String extractor, String scorer, String... names) {
    real = new Real(extractor, scorer);
    return metrics(names);
  }

  public ScoredRun range(@Nullable ScoreRange other) {
    range = other;
    return this;
  }

  public ScoredRun epochs(int number) {
    epochs = number;
    return this;
  }

  public ScoredRun surplus(long rows) {
    surplus = rows;
    return this;
  }

  public ScoredRun model(String name) {
    model = name;
    return this;
  }

  public ScoredRun level(double other) {
    level = other;
    return this;
  }

  /** The rules, for every kind of answer that the benchmark asks for. */
  public RuleSet rules() {
    LinkedHashMap<AnswerKind, RuleSet.Rules> rules = new LinkedHashMap<>();
    List<Metric> named = metrics.stream().map(Metrics.all()::byName).toList();
    Arrays.stream(AnswerKind.values())
        .filter(kind -> small.samples().stream().anyMatch(s -> s.kind() == kind))
        .forEach(
            kind ->
                rules.put(
                    kind,
                    real != null
                        ? new RuleSet.Rules(
                            List.of(Extractors.standard().byName(real.extractor())),
                            List.of(Scorers.standard().byName(real.scorer())),
                            named)
                        : new RuleSet.Rules(
                            extractors.stream().map(SpokenRules::extractor).toList(),
                            List.of(SpokenRules.scorer("spoken", range)),
                            named)));
    return new RuleSet(rules);
  }

  private ReferenceReader reader() {
    return new ReferenceReader() {
      @Override
      public Attempt answer(Trial trial, Sample sample) {
        String said =
            replies.getOrDefault(
                sample.id() + "#" + trial.epoch(), replies.getOrDefault(sample.id(), "failed"));
        return said.equals("failed")
            ? new Attempt.Failed(FailureKind.REJECTED, "laid down")
            : ScriptedModel.reply(said);
      }

      @Override
      public String name() {
        return model;
      }

      @Override
      public String identity() {
        return model;
      }
    };
  }

  /** Carries it out; trials that are to be skipped are marked before. */
  public RunFile carriedOut(Path path) {
    RetryPolicy once = new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
    TestRun run = new TestRun(small).epochs(epochs).surplus(surplus).retry(once);
    RunFile file = run.planned(path, reader());
    replies.forEach(
        (key, said) -> {
          if (said.startsWith("skipped")) {
            String[] parts = key.split("#");
            String reason = said.equals("skipped") ? "limit" : said.substring(8);
            TestRun.tamper(
                path,
                "UPDATE trial SET state = 'skipped', reason = '"
                    + reason
                    + "' WHERE sample = (SELECT ordinal FROM sample WHERE id = '"
                    + parts[0]
                    + "')"
                    + (parts.length > 1 ? " AND epoch = " + parts[1] : ""));
          }
        });
    run.run(file, reader());
    return file;
  }

  /** Carries it out, scores it and sums it up. */
  public Results results(Path path) {
    try (RunFile file = carriedOut(path)) {
      long scoring = ScoringPass.run(file, rules(), "test");
      return new Reduction(file, small.benchmark(), rules(), level).reduce(scoring);
    }
  }

  /** The first estimate. */
  public Estimate headline(Path path) {
    return results(path).estimates().getFirst();
  }
}

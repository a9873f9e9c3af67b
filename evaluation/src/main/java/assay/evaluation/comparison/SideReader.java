package assay.evaluation.comparison;

import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.Sample;
import assay.core.Sha256;
import assay.core.Target;
import assay.core.benchmark.Benchmark;
import assay.core.exchange.Stated;
import assay.core.measure.Metric;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import assay.evaluation.difference.StatedPrompt;
import assay.evaluation.estimate.Chance;
import assay.evaluation.estimate.Labels;
import assay.evaluation.estimate.Slices;
import assay.evaluation.json.Json;
import assay.evaluation.json.SampleJson;
import assay.evaluation.json.StatedJson;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.store.ReplyTexts;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import assay.evaluation.store.StatedTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads one side of a comparison from a run: one pass, a few numbers and words a sample kept. */
public final class SideReader {

  /** 128 bits: among a billion samples no two of them share it by chance. */
  private static final int DIGEST = 32;

  private static final int EXCERPT = 120;

  private final RunFile file;
  private final Benchmark benchmark;
  private final RuleSet rules;
  private final long scoring;
  private final Choice choice;

  private final RunFacts facts;
  private final SequencedMap<String, SampleTally> tallies = new LinkedHashMap<>();
  private final SequencedSet<String> models = new LinkedHashSet<>();
  private final SequencedSet<String> arms = new LinkedHashSet<>();
  private final SequencedSet<String> subsets = new LinkedHashSet<>();
  private final SequencedSet<AnswerKind> kinds = new LinkedHashSet<>();
  private final SequencedSet<Exchange> narrowed = new LinkedHashSet<>();
  private final PairKeys keys;

  private final SliceValues sliceValues = new SliceValues();

  /** One reader under one arm. */
  private record Exchange(String model, String arm) {}

  /**
   * By what is compared.
   *
   * @param extractor name of the rule that read; null for each kind's first
   * @param scorer name of the rule that scored; null for each kind's first
   * @param by cluster level or type of link by which samples are paired; null for their ids
   */
  public record Choice(@Nullable String extractor, @Nullable String scorer, @Nullable String by) {

    /** The headline's rules, samples paired by id. */
    public static final Choice HEADLINE = new Choice(null, null, null);

    /** The headline's rules, samples paired by a cluster or link; by id where it is null. */
    public static Choice by(@Nullable String name) {
      return new Choice(null, null, name);
    }
  }

  /** A reader of one scoring of a run. */
  public SideReader(RunFile file, Benchmark benchmark, RuleSet rules, long scoring, Choice choice) {
    this.file = file;
    this.benchmark = benchmark;
    this.rules = rules;
    this.scoring = scoring;
    this.choice = choice;
    this.keys = new PairKeys(choice.by());
    this.facts = RunFacts.of(file);
  }

  /**
   * Reads the side.
   *
   * @param address the part as the user named it, for messages
   * @param part which trials belong to it
   * @throws AssayException if the part holds nothing, or more than one reader or arm; or if two of
   *     its samples have the same key
   */
  public Side read(String address, Predicate<ScoredTrials.Scored> part) {
    return read(address, new LinkedHashMap<>(), part);
  }

  /**
   * Reads the side.
   *
   * @param name what the part is called, by key ({@link Side#part})
   */
  public Side read(
      String address, SequencedMap<String, String> name, Predicate<ScoredTrials.Scored> part) {
    try (ScoredTrials trials = new ScoredTrials(file, scoring);
        ReplyTexts replies = new ReplyTexts(file);
        StatedTexts stated = new StatedTexts(file)) {
      for (Optional<ScoredTrials.Scored> next = trials.next();
          next.isPresent();
          next = trials.next()) {
        ScoredTrials.Scored trial = next.get();
        if (part.test(trial)) {
          take(trial, replies).put(prompt(trial, stated));
        } else {
          narrowed.add(new Exchange(trial.model(), trial.arm()));
        }
      }
    }
    requireOne(address);
    return new Side(
        address,
        name,
        benchmark.name(),
        benchmark.title(),
        facts.split(),
        models.getFirst(),
        arms.getFirst(),
        subsets.size() == 1 ? subsets.getFirst() : null,
        joined(kind -> rules.of(kind).extractor(choice.extractor()).descriptor().id()),
        joined(kind -> scorer(kind).descriptor().id()),
        new Side.Scoring(scoring, ScoredTrials.newestScoring(file).orElse(scoring)),
        scale(address),
        metrics(),
        benchmark.subsets().size() > 1,
        Settings.of(file, benchmark, facts),
        slices(),
        facts.seed(),
        chance(),
        outcomes(address));
  }

  private SequencedMap<String, SampleOutcome> outcomes(String address) {
    keys.require(address);
    SequencedMap<String, SampleOutcome> outcomes = new LinkedHashMap<>();
    for (SampleTally tally : tallies.values()) {
      String key = keys.key(address, tally.id());
      @Nullable SampleOutcome before = outcomes.put(key, tally.outcome());
      if (before != null) {
        throw keys.twice(address, before.id(), tally.id(), key);
      }
    }
    return outcomes;
  }

  /** What the benchmark declares holds for all its samples: of parts it is not known. */
  private @Nullable Double chance() {
    boolean part = narrowed.contains(new Exchange(models.getFirst(), arms.getFirst()));
    return part || facts.subset() != null ? null : benchmark.baselines().chance();
  }

  /** Those that are asked for of every kind. */
  private List<Metric> metrics() {
    List<Metric> shared = new ArrayList<>();
    for (Metric metric : rules.of(kinds.getFirst()).metrics()) {
      boolean ofAll = kinds.stream().allMatch(kind -> named(kind, metric));
      if (ofAll) {
        shared.add(metric);
      }
    }
    return shared;
  }

  private boolean named(AnswerKind kind, Metric metric) {
    String name = metric.descriptor().name();
    return rules.of(kind).metrics().stream().anyMatch(m -> m.descriptor().name().equals(name));
  }

  /** The label by which metrics over classes know the gold answer, where there are any. */
  private @Nullable String expected(Sample sample) {
    boolean overClasses =
        rules.of(sample.kind()).metrics().stream().anyMatch(m -> !m.mean() && !m.ofTexts());
    return overClasses ? Labels.of(sample.target()) : null;
  }

  /** The right texts, where a metric of texts asks for them. */
  private List<String> references(Sample sample) {
    boolean ofTexts = rules.of(sample.kind()).metrics().stream().anyMatch(Metric::ofTexts);
    return ofTexts && sample.target() instanceof Target.Text text ? text.references() : List.of();
  }

  private Scorer scorer(AnswerKind kind) {
    return rules.of(kind).scorer(choice.scorer());
  }

  private String joined(Function<AnswerKind, String> id) {
    return String.join("+", new TreeSet<>(kinds.stream().map(id).toList()));
  }

  private Scale scale(String address) {
    List<@Nullable ScoreRange> ranges = new ArrayList<>();
    kinds.forEach(kind -> ranges.add(scorer(kind).range()));
    boolean once = tallies.values().stream().allMatch(tally -> tally.trials() == 1);
    boolean rightOrWrong = kinds.stream().allMatch(kind -> scorer(kind).isRightOrWrong());
    @Nullable Scale scale = Scale.of(ranges, once && rightOrWrong);
    if (scale == null) {
      throw AssayException.usage(
          Problem.of("by some of its scorers more is better, by others less")
              .at(address)
              .remedy("compare one kind of answer at a time: RUN#kind=…"));
    }
    return scale;
  }

  /** Digest of the prompt that a recording states; empty where it states none. */
  private static String prompt(ScoredTrials.Scored trial, StatedTexts texts) {
    Stated stated =
        texts.of(trial.ordinal()).map(Json::read).flatMap(StatedJson::read).orElse(Stated.NOTHING);
    @Nullable String digest = StatedPrompt.digest(stated, trial.sample());
    return digest == null ? "" : digest.substring(0, DIGEST);
  }

  private SampleTally take(ScoredTrials.Scored trial, ReplyTexts replies) {
    Sample sample = trial.sample();
    models.add(trial.model());
    arms.add(trial.arm());
    kinds.add(sample.kind());
    if (sample.subset() != null) {
      subsets.add(sample.subset());
    }
    SampleTally tally = tallies.get(sample.id());
    if (tally == null) {
      keys.add(sample);
      tally =
          new SampleTally(
              sample.id(),
              content(sample),
              excerpt(sample),
              sliceValues.of(sample),
              cluster(sample),
              Chance.of(sample),
              expected(sample),
              references(sample));
      tallies.put(sample.id(), tally);
    }
    RuleSet.Rules here = rules.of(sample.kind());
    Optional<String> said = replies.of(trial.ordinal());
    if (said.isPresent()) {
      tally.said(Sha256.of(said.get()));
    }
    tally.add(
        trial, here.extractor(choice.extractor()).descriptor().id(), here.scorer(choice.scorer()));
    return tally;
  }

  private static @Nullable String cluster(Sample sample) {
    return sample.clusters().isEmpty() ? null : sample.clusters().firstEntry().getValue();
  }

  private static String content(Sample sample) {
    Sample bare =
        new Sample(
            "",
            null,
            "",
            sample.question(),
            sample.options(),
            sample.media(),
            sample.target(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            List.of());
    return Sha256.of(Json.write(SampleJson.write(bare))).substring(0, DIGEST);
  }

  private static String excerpt(Sample sample) {
    String question = sample.question();
    int end =
        question.offsetByCodePoints(
            0, Math.min(EXCERPT, question.codePointCount(0, question.length())));
    return question.substring(0, end);
  }

  private List<String> slices() {
    List<String> names = new ArrayList<>();
    if (kinds.size() > 1) {
      names.add(Slices.KIND);
    }
    names.addAll(benchmark.slices());
    if (subsets.size() > 1) {
      names.add(Slices.SUBSET);
    }
    return names;
  }

  private void requireOne(String address) {
    if (tallies.isEmpty()) {
      throw AssayException.usage(
          Problem.of("the run has no trial in this part")
              .at(address)
              .expected(
                  "models "
                      + List.copyOf(facts.models().keySet())
                      + ", arms "
                      + file.value("arms").orElse("")
                      + ", split "
                      + facts.split())
              .remedy("'assay show RUN' says what it holds"));
    }
    requireOne(address, "reader", "model", models);
    requireOne(address, "arm", "arm", arms);
  }

  private void requireOne(String address, String what, String key, SequencedSet<String> found) {
    if (found.size() > 1) {
      String sign = address.contains("#") ? "," : "#";
      throw AssayException.usage(
          Problem.of("a side of a comparison is one " + what + ", here are " + found.size())
              .at(address)
              .expected(
                  String.join(
                      ", or ",
                      found.stream().map(one -> address + sign + key + "=" + one).toList())));
    }
  }
}

package assay.evaluation.comparison;

import assay.core.AnswerKind;
import assay.core.AssayException;
import assay.core.Link;
import assay.core.Problem;
import assay.core.Sample;
import assay.core.Sha256;
import assay.core.benchmark.Benchmark;
import assay.core.measure.ScoreRange;
import assay.core.measure.Scorer;
import assay.evaluation.estimate.Chance;
import assay.evaluation.estimate.Slices;
import assay.evaluation.json.Json;
import assay.evaluation.json.SampleJson;
import assay.evaluation.scoring.RuleSet;
import assay.evaluation.store.RunFacts;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.ScoredTrials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  private final SequencedSet<String> clusterLevels = new LinkedHashSet<>();
  private final SequencedSet<String> linkTypes = new LinkedHashSet<>();

  private final Map<Tagged, SequencedMap<String, SequencedSet<String>>> sliceValues =
      new HashMap<>();

  private record Tagged(AnswerKind kind, String subset, SequencedMap<String, List<String>> tags) {}

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
  }

  /** A reader of one scoring of a run. */
  public SideReader(RunFile file, Benchmark benchmark, RuleSet rules, long scoring, Choice choice) {
    this.file = file;
    this.benchmark = benchmark;
    this.rules = rules;
    this.scoring = scoring;
    this.choice = choice;
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
    try (ScoredTrials trials = new ScoredTrials(file, scoring)) {
      for (Optional<ScoredTrials.Scored> next = trials.next();
          next.isPresent();
          next = trials.next()) {
        ScoredTrials.Scored trial = next.get();
        if (part.test(trial)) {
          take(address, trial);
        }
      }
    }
    requireOne(address);
    SequencedMap<String, SampleOutcome> outcomes = new LinkedHashMap<>();
    tallies.forEach((key, tally) -> outcomes.put(key, tally.outcome()));
    return new Side(
        address,
        benchmark.name(),
        benchmark.title(),
        facts.split(),
        models.getFirst(),
        arms.getFirst(),
        subsets.size() == 1 ? subsets.getFirst() : null,
        joined(kind -> rules.of(kind).extractor(choice.extractor()).descriptor().id()),
        joined(kind -> scorer(kind).descriptor().id()),
        scale(address),
        Settings.of(file, benchmark, facts),
        slices(),
        facts.seed(),
        outcomes);
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
    @Nullable Scale scale = Scale.of(ranges);
    if (scale == null) {
      throw AssayException.usage(
          Problem.of("by some of its scorers more is better, by others less")
              .at(address)
              .remedy("compare one kind of answer at a time: RUN#kind=…"));
    }
    return scale;
  }

  private void take(String address, ScoredTrials.Scored trial) {
    Sample sample = trial.sample();
    models.add(trial.model());
    arms.add(trial.arm());
    kinds.add(sample.kind());
    clusterLevels.addAll(sample.clusters().keySet());
    sample.links().forEach(link -> linkTypes.add(link.type()));
    if (sample.subset() != null) {
      subsets.add(sample.subset());
    }
    String key = key(address, sample);
    SampleTally tally = tallies.get(key);
    if (tally == null) {
      tally =
          new SampleTally(
              sample.id(),
              content(sample),
              excerpt(sample),
              slices(sample),
              cluster(sample),
              Chance.of(sample));
      tallies.put(key, tally);
    } else if (!tally.id().equals(sample.id())) {
      throw AssayException.usage(
          Problem.of(
                  "the samples "
                      + tally.id()
                      + " and "
                      + sample.id()
                      + " both have "
                      + choice.by()
                      + " "
                      + key)
              .at(address)
              .remedy("narrow the part so that each stands once, for example by #subset=…"));
    }
    RuleSet.Rules here = rules.of(sample.kind());
    tally.add(
        trial, here.extractor(choice.extractor()).descriptor().id(), here.scorer(choice.scorer()));
  }

  private String key(String address, Sample sample) {
    @Nullable String by = choice.by();
    if (by == null) {
      return sample.id();
    }
    if (sample.clusters().containsKey(by)) {
      return String.valueOf(sample.clusters().get(by));
    }
    if (clusterLevels.contains(by)) {
      throw AssayException.usage(
          Problem.of("sample " + sample.id() + " has no " + by)
              .at(address)
              .remedy("leave it out by narrowing the part, or pair by something else"));
    }
    return sample.links().stream()
        .filter(link -> link.type().equals(by))
        .map(Link::sampleId)
        .findFirst()
        .orElse(sample.id());
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

  /** Samples of the same tags share one map: there are few kinds of them and many samples. */
  private SequencedMap<String, SequencedSet<String>> slices(Sample sample) {
    return sliceValues.computeIfAbsent(
        new Tagged(sample.kind(), String.valueOf(sample.subset()), sample.tags()),
        tagged -> sliceValues(sample));
  }

  private static SequencedMap<String, SequencedSet<String>> sliceValues(Sample sample) {
    SequencedMap<String, SequencedSet<String>> values = new LinkedHashMap<>();
    values.put(Slices.KIND, new LinkedHashSet<>(List.of(sample.kind().id())));
    if (sample.subset() != null) {
      values.put(Slices.SUBSET, new LinkedHashSet<>(List.of(sample.subset())));
    }
    for (String tag : sample.tags().keySet()) {
      values.put(tag, Slices.rolledUp(sample.tags().getOrDefault(tag, List.of())));
    }
    return values;
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
    @Nullable String by = choice.by();
    if (by != null && !clusterLevels.contains(by) && !linkTypes.contains(by)) {
      throw AssayException.usage(
          Problem.of("no sample has a cluster or a link called '" + by + "'")
              .at(address)
              .expected(
                  "clusters " + List.copyOf(clusterLevels) + ", links " + List.copyOf(linkTypes)));
    }
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

package assay.core.benchmark;

import assay.core.AnswerKind;
import assay.core.exchange.Generation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A benchmark without its files.
 *
 * @param name stable name, for example {@code medqa}
 * @param title name for people
 * @param version version of the description; part of every trial's id
 * @param citation where it was published
 * @param licence the data's licence
 * @param language BCP 47 tag that holds unless a sample says otherwise
 * @param partOf published systems that it belongs to
 * @param splits names of its splits, the first is the default
 * @param subsets names of its subsets in order; empty where it has none
 * @param prompt how a sample is put into words
 * @param generation settings of generation
 * @param arms the arms of a standard run
 * @param rules extractors, scorers and metrics by kind of answer
 * @param slices tags by which results are given apart
 * @param baselines what chance and people reach
 * @param published results that others published
 */
public record Benchmark(
    String name,
    String title,
    String version,
    String citation,
    String licence,
    String language,
    List<String> partOf,
    List<String> splits,
    List<String> subsets,
    Prompt prompt,
    Generation generation,
    List<String> arms,
    SequencedMap<AnswerKind, Rules> rules,
    List<String> slices,
    Baselines baselines,
    List<Published> published) {

  public Benchmark {
    partOf = List.copyOf(partOf);
    splits = List.copyOf(splits);
    subsets = List.copyOf(subsets);
    arms = List.copyOf(arms);
    rules = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rules));
    slices = List.copyOf(slices);
    published = List.copyOf(published);
  }

  /**
   * The rules for one kind of answer, by name.
   *
   * @param extractors one estimate each, the first is the headline
   * @param scorers one estimate each, the first is the headline
   * @param metrics one estimate each, the first is the headline
   */
  public record Rules(List<String> extractors, List<String> scorers, List<String> metrics) {
    public Rules {
      extractors = List.copyOf(extractors);
      scorers = List.copyOf(scorers);
      metrics = List.copyOf(metrics);
    }
  }

  /**
   * What answers without reading, or by people, reach.
   *
   * @param chance expected score of guessing, or null: then it is reckoned from the options shown
   * @param humans results of people
   */
  public record Baselines(@Nullable Double chance, List<Human> humans) {
    public Baselines {
      humans = List.copyOf(humans);
    }
  }

  /**
   * A result of people.
   *
   * @param who for example {@code expert panel of three}
   * @param split the split that it holds for, or null for all
   * @param metric for example {@code accuracy}
   * @param value the result
   * @param source where it is stated
   */
  public record Human(
      String who, @Nullable String split, String metric, double value, String source) {}

  /**
   * A result that others published, to be shown beside ours.
   *
   * @param system as the recording names it
   * @param split the split
   * @param subset the subset, or null for the whole
   * @param metric for example {@code accuracy}
   * @param extractor name of the rule by which it was read, or null for any
   * @param scorer name of the rule by which it was scored, or null for any
   * @param slice tag values that narrow it; empty for all samples
   * @param value as published
   * @param decimals decimals as published: two values agree when they are equal so rounded
   * @param source where it is published
   */
  public record Published(
      String system,
      String split,
      @Nullable String subset,
      String metric,
      @Nullable String extractor,
      @Nullable String scorer,
      SequencedMap<String, String> slice,
      double value,
      int decimals,
      String source) {
    public Published {
      slice = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(slice));
    }
  }
}

package assay.evaluation.comparison;

import assay.core.measure.Metric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One reader under one arm on the samples of a part of a run: one side of a comparison.
 *
 * @param address the part as it was named
 * @param part by what it was narrowed besides reader and arm, such as {@code exam=step1}, by key
 *     (subset, kind, or the name of a tag); empty where it is the whole
 * @param benchmark name of the benchmark
 * @param title its name for people
 * @param split the split
 * @param model name of the reader
 * @param arm name of the arm
 * @param subset the only subset among its samples, or null
 * @param extractor rule that read, several joined by {@code +}
 * @param scorer rule that scored, likewise
 * @param scoring which scoring of the run, and of how many
 * @param scale what scores are measured on
 * @param metrics what the benchmark sums scores up by, for all kinds of answer among its samples
 * @param hasSubsets whether the benchmark is made of subsets
 * @param settings what else decides the outcomes (prompt, generation, data), by name
 * @param slices tags by which the benchmark gives results apart
 * @param seed the run's seed
 * @param chance what the benchmark declares that guessing reaches; null where it declares nothing,
 *     or the side is not the whole of it
 * @param samples outcomes by the key under which samples are paired
 */
public record Side(
    String address,
    SequencedMap<String, String> part,
    String benchmark,
    String title,
    String split,
    String model,
    String arm,
    @Nullable String subset,
    String extractor,
    String scorer,
    Scoring scoring,
    Scale scale,
    List<Metric> metrics,
    boolean hasSubsets,
    SequencedMap<String, String> settings,
    List<String> slices,
    long seed,
    @Nullable Double chance,
    SequencedMap<String, SampleOutcome> samples) {

  public Side {
    part = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(part));
    settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
    slices = List.copyOf(slices);
    metrics = List.copyOf(metrics);
    samples = Collections.unmodifiableSequencedMap(samples);
  }

  /**
   * A scoring of a run.
   *
   * @param number its number, from 1
   * @param newest the number of the run's newest
   */
  public record Scoring(long number, long newest) {}

  /** The part as people write it, {@code exam=step1, sex=F}; empty where it is the whole. */
  public String partName() {
    return part.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Number of samples with an outcome. */
  public int scored() {
    return (int) samples.values().stream().filter(SampleOutcome::isScored).count();
  }

  /** Mean outcome of its own samples, whatever other sides have; NaN where there is none. */
  public double mean() {
    return samples.values().stream()
        .filter(SampleOutcome::isScored)
        .mapToDouble(SampleOutcome::value)
        .average()
        .orElse(Double.NaN);
  }

  /** Names of the tags that some sample has, {@code kind} and {@code subset} among them. */
  public SequencedSet<String> tags() {
    SequencedSet<String> tags = new LinkedHashSet<>();
    samples.values().forEach(sample -> tags.addAll(sample.slices().keySet()));
    return tags;
  }

  /** The same side on some of its samples. */
  public Side narrowed(Predicate<SampleOutcome> which) {
    SequencedMap<String, SampleOutcome> some = new LinkedHashMap<>();
    samples.forEach(
        (key, sample) -> {
          if (which.test(sample)) {
            some.put(key, sample);
          }
        });
    return new Side(
        address,
        part,
        benchmark,
        title,
        split,
        model,
        arm,
        subset,
        extractor,
        scorer,
        scoring,
        scale,
        metrics,
        hasSubsets,
        settings,
        slices,
        seed,
        some.size() == samples.size() ? chance : null,
        some);
  }
}

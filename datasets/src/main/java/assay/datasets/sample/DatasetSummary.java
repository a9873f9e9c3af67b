package assay.datasets.sample;

import assay.core.AnswerKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a split found.
 *
 * @param benchmark the benchmark's name
 * @param version the definition's version
 * @param split the split
 * @param subset the subset it is narrowed to, or null for the whole
 * @param files every file that was read
 * @param samples valid samples of the whole split
 * @param expected samples that the definition expects, or null where it does not say
 * @param subsets valid samples by subset, in the definition's order; empty where it has none
 * @param kinds valid samples by kind of answer
 * @param severalRight valid samples with more than one right option
 * @param media pictures that valid samples name
 * @param missingMedia those whose file is missing where that is allowed
 */
public record DatasetSummary(
    String benchmark,
    String version,
    String split,
    @Nullable String subset,
    List<FileSummary> files,
    long samples,
    @Nullable Long expected,
    SequencedMap<String, Long> subsets,
    SequencedMap<AnswerKind, Long> kinds,
    long severalRight,
    long media,
    long missingMedia) {

  public DatasetSummary {
    files = List.copyOf(files);
    subsets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(subsets));
    kinds = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(kinds));
  }

  /** The samples that are measured: those of the subset, or all. */
  public long samplesInScope() {
    return subset == null ? samples : subsets.getOrDefault(subset, 0L);
  }
}

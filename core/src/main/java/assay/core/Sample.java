package assay.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One item of a benchmark.
 *
 * @param id unique within split of the benchmark, compared as text
 * @param subset the benchmark's subset that holds it, or null where the benchmark has none
 * @param language BCP 47 tag of the question's language
 * @param question the question's text as the publisher wrote it
 * @param options the options in the publisher's order; empty where the question has none
 * @param media the pictures in order
 * @param target the gold answer
 * @param tags tag name to its values; hierarchical values are written with slashes, most general
 *     first
 * @param clusters cluster level ({@code patient}, {@code study}, {@code image}, {@code
 *     question-family}) to its key
 * @param links links to other samples
 */
public record Sample(
    String id,
    @Nullable String subset,
    String language,
    String question,
    List<Option> options,
    List<Media> media,
    Target target,
    SequencedMap<String, List<String>> tags,
    SequencedMap<String, String> clusters,
    List<Link> links) {

  public Sample {
    options = List.copyOf(options);
    media = List.copyOf(media);
    links = List.copyOf(links);
    clusters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(clusters));
    LinkedHashMap<String, List<String>> copy = new LinkedHashMap<>();
    tags.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    tags = Collections.unmodifiableSequencedMap(copy);
  }

  /** The kind of answer asked for. */
  public AnswerKind kind() {
    return target.kind();
  }
}

package assay.cli.wiring;

import assay.core.data.ContentStore;
import assay.core.exchange.Reader;
import assay.datasets.recording.RecordedAnswers;
import assay.datasets.sample.Dataset;
import assay.models.StandardCatalog;
import assay.models.endpoint.ApiKeys;
import assay.models.endpoint.EndpointSpec;
import assay.models.endpoint.HostPolicy;
import assay.models.endpoint.OpenAiModel;
import assay.models.reference.ReferenceKind;
import assay.models.spec.ModelScheme;
import assay.models.spec.ModelSpec;
import assay.models.spec.ReaderCatalog;
import assay.phantoms.reader.PixelReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Makes readers of what the command line calls them. */
public final class Readers {

  private final HostPolicy hosts;
  private final ApiKeys keys;
  private final ContentStore store;

  /**
   * A maker of readers.
   *
   * @param hosts which hosts may be asked
   * @param keys keys of endpoints, from the environment
   * @param store where pictures lie as they are sent
   */
  public Readers(HostPolicy hosts, ApiKeys keys, ContentStore store) {
    this.hosts = hosts;
    this.keys = keys;
    this.store = store;
  }

  /** Every reader that can be named. */
  public static ReaderCatalog catalog() {
    return StandardCatalog.create().with(PixelReaderEntry.ENTRY);
  }

  /**
   * Groups specifications: all recordings with the same options are parts of one reader, everything
   * else is a reader of its own.
   */
  public static List<List<ModelSpec>> group(List<String> texts) {
    SequencedMap<String, List<ModelSpec>> groups = new LinkedHashMap<>();
    for (String text : texts) {
      ModelSpec spec = ModelSpec.parse(text, catalog());
      String key = spec.scheme() == ModelScheme.RECORDED ? "recorded," + spec.options() : text;
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(spec);
    }
    return List.copyOf(groups.values());
  }

  /**
   * Makes a reader.
   *
   * @param specs one specification, or several recordings that are parts of one reader
   * @param seed the run's seed, for readers that draw
   * @throws assay.core.AssayException if a recording does not fit, an option is wrong, or a host is
   *     not allowed
   */
  public Reader open(List<ModelSpec> specs, Dataset dataset, long seed) {
    ModelSpec first = specs.getFirst();
    return switch (first.scheme()) {
      case RECORDED ->
          RecordedAnswers.join(
              dataset.definition(),
              dataset,
              specs.stream().map(spec -> Path.of(spec.subject())).toList(),
              first.options());
      case READER ->
          first.subject().equals(PixelReaderEntry.NAME)
              ? new PixelReader(store)
              : ReferenceKind.byId(first.subject())
                  .orElseThrow(() -> new IllegalStateException("no reader " + first.subject()))
                  .create(first, seed, () -> dataset);
      case OPENAI -> OpenAiModel.open(EndpointSpec.of(first), hosts, keys, store);
    };
  }
}

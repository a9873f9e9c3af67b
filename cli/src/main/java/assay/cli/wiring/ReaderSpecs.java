package assay.cli.wiring;

import assay.datasets.definition.BenchmarkCatalog;
import assay.models.spec.ModelSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes one reader.
 *
 * @param specs one specification, or several recordings that are parts of one reader
 * @param subset the one subset of the benchmark that the recordings hold, or null
 */
public record ReaderSpecs(List<ModelSpec> specs, @Nullable String subset) {

  public ReaderSpecs {
    specs = List.copyOf(specs);
  }

  /** The part of what was asked for that this reader can answer. */
  public BenchmarkCatalog.Found narrowed(BenchmarkCatalog.Found found) {
    return narrows(found)
        ? new BenchmarkCatalog.Found(found.file(), found.definition(), subset)
        : found;
  }

  /** Whether it answers one subset only, and the whole was asked for. */
  public boolean narrows(BenchmarkCatalog.Found found) {
    return subset != null && found.subset() == null;
  }
}

package assay.datasets;

import assay.core.data.ContentStore;
import assay.datasets.definition.BenchmarkCatalog;
import assay.datasets.definition.BenchmarkDefinition;
import assay.datasets.sample.Dataset;
import assay.testkit.SharedData;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The benchmarks of the repository, for tests. */
public final class RealBenchmarks {

  private RealBenchmarks() {}

  /** The repository's folder of this name. */
  public static Path folder(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("benchmarks")) && Files.isDirectory(at.resolve("schema"))) {
        return at.resolve(name);
      }
    }
    throw new IllegalStateException("the tests run outside the repository");
  }

  /** The catalogue of the repository. */
  public static BenchmarkCatalog catalog() {
    return new BenchmarkCatalog(List.of(folder("benchmarks")));
  }

  /** A benchmark's definition. */
  public static BenchmarkDefinition definition(String name) {
    return catalog().find(name).definition();
  }

  /** A benchmark's split on the real data. */
  public static Dataset open(String name, String split) {
    return open(name, split, null);
  }

  /** A benchmark's split, narrowed to a subset. */
  public static Dataset open(String name, String split, @Nullable String subset) {
    BenchmarkDefinition definition = definition(name);
    String folder = definition.data().folder();
    Path data = SharedData.require(folder == null ? name : folder);
    return Dataset.open(definition, data, split, subset, new MemoryStore());
  }

  /** Keeps bytes in memory. */
  public static final class MemoryStore implements ContentStore {
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public String put(byte[] bytes) {
      String name = assay.core.Sha256.of(bytes);
      contents.putIfAbsent(name, bytes);
      return name;
    }

    @Override
    public InputStream open(String sha256) throws IOException {
      byte[] bytes = contents.get(sha256);
      if (bytes == null) {
        throw new FileNotFoundException(sha256);
      }
      return new ByteArrayInputStream(bytes);
    }

    /** How many contents there are. */
    public int size() {
      return contents.size();
    }
  }
}

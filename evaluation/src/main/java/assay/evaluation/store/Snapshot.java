package assay.evaluation.store;

import java.util.List;
import java.util.SequencedMap;

/**
 * What a run keeps of where it came from.
 *
 * @param benchmarkYaml the whole text of the benchmark's description
 * @param files the data files read
 * @param values further facts for table {@code run}: command, versions, environment; no keys, no
 *     secrets
 */
public record Snapshot(
    String benchmarkYaml, List<DataFile> files, SequencedMap<String, String> values) {
  public Snapshot {
    files = List.copyOf(files);
  }

  /** One data file as it was when the run was planned. */
  public record DataFile(String path, String sha256, long bytes) {}
}

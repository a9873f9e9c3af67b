package assay.datasets.recording;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recordings of one system.
 *
 * @param files in the order given
 * @param subset the one subset that all of them hold, as the definition says, or null
 */
public record RecordedSystem(List<Path> files, @Nullable String subset) {

  public RecordedSystem {
    files = List.copyOf(files);
  }

  static RecordedSystem of(List<RecordingFile> files) {
    List<String> subsets =
        files.stream()
            .map(RecordingFile::subset)
            .map(subset -> subset == null ? "" : subset)
            .distinct()
            .toList();
    return new RecordedSystem(
        files.stream().map(RecordingFile::path).toList(),
        subsets.size() == 1 && !subsets.getFirst().isEmpty() ? subsets.getFirst() : null);
  }
}

package assay.datasets.recording;

import java.util.List;

/**
 * What was joined, and what was not.
 *
 * @param system who answered
 * @param files the files used, in order
 * @param samples samples in scope
 * @param missing samples in scope without a reply
 * @param missingIds the first of them
 * @param partial whether a missing sample was never asked rather than lost
 * @param otherSystems systems whose answers the same files, or the folder given, hold too
 * @param passedOver files of the folder given that are not used: of no pattern, another split,
 *     subset or system
 */
public record RecordingReport(
    String system,
    List<RecordedFile> files,
    long samples,
    long missing,
    List<String> missingIds,
    boolean partial,
    List<String> otherSystems,
    int passedOver) {

  public RecordingReport {
    files = List.copyOf(files);
    missingIds = List.copyOf(missingIds);
    otherSystems = List.copyOf(otherSystems);
  }

  /** Samples in scope that have a reply. */
  public long joined() {
    return samples - missing;
  }

  /** Rows of samples in scope that have another row's reply. */
  public long doubled() {
    return files.stream().mapToLong(RecordedFile::doubled).sum();
  }

  /** Rows of no sample of the split. */
  public long foreign() {
    return files.stream().mapToLong(RecordedFile::foreign).sum();
  }

  /** Rows of samples out of scope. */
  public long elsewhere() {
    return files.stream().mapToLong(RecordedFile::elsewhere).sum();
  }
}

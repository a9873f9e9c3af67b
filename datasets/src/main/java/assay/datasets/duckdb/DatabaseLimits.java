package assay.datasets.duckdb;

import java.time.Duration;

/**
 * How much an embedded database may ask of the machine.
 *
 * @param memoryBytes its memory, {@code assay.duckdb.memory-mb}, by default 256 MiB
 * @param largestMemoryBytes how far memory may be raised for a Parquet file whose row groups do not
 *     fit, {@code assay.duckdb.largest-memory-mb}, by default 2 GiB
 * @param diskBytes its private folder, {@code assay.duckdb.disk-mb}, by default 64 GiB
 * @param time how long one query may run, {@code assay.duckdb.seconds}, by default 600 s
 */
public record DatabaseLimits(
    long memoryBytes, long largestMemoryBytes, long diskBytes, Duration time) {

  private static final String PREFIX = "assay.duckdb.";

  /** The bounds by default, or as the system properties set them. */
  public static DatabaseLimits current() {
    return new DatabaseLimits(
        Long.getLong(PREFIX + "memory-mb", 256) << 20,
        Long.getLong(PREFIX + "largest-memory-mb", 2048) << 20,
        Long.getLong(PREFIX + "disk-mb", 65536) << 20,
        Duration.ofSeconds(Long.getLong(PREFIX + "seconds", 600)));
  }

  /** The same bounds with other memory. */
  public DatabaseLimits withMemory(long bytes) {
    return new DatabaseLimits(bytes, largestMemoryBytes, diskBytes, time);
  }
}

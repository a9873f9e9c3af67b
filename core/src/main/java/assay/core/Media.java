package assay.core;

/**
 * Where one picture (later: volume, sound, film) of a sample is to be found; opened by a {@code
 * MediaSource}.
 */
public sealed interface Media {

  /**
   * A file of the publisher's.
   *
   * @param path relative to the data folder, with forward slashes; never leaves it
   */
  record File(String path) implements Media {}

  /**
   * Bytes that stood inside a table (base64, a Parquet struct) and were put into the content store.
   *
   * @param sha256 lower-case hexadecimal SHA-256 of the bytes
   */
  record Stored(String sha256) implements Media {}
}

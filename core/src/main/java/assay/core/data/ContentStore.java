package assay.core.data;

import java.io.IOException;
import java.io.InputStream;

/** Bytes named by their SHA-256, each stored once. Safe for use by several threads. */
public interface ContentStore {

  /**
   * Stores bytes unless they are there already; whole or not at all.
   *
   * @return their SHA-256, lower-case hexadecimal
   * @throws IOException if they cannot be written
   */
  String put(byte[] bytes) throws IOException;

  /**
   * The bytes of this name. To be closed by the caller.
   *
   * @throws IOException if there are none of this name, or they cannot be read
   */
  InputStream open(String sha256) throws IOException;
}

package assay.datasets.spill;

import assay.core.AssayException;
import assay.core.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are appended and read again: in memory up to a bound, beyond it in a temporary file
 * that its owner alone can read. Where the system allows it the file has no name from the moment it
 * is open, so nothing of it is left whatever becomes of the process; elsewhere closing deletes it.
 * Safe for several threads.
 */
final class SpillFile implements Closeable {

  /** What is kept in memory before there is a file. */
  private static final int IN_MEMORY = 8 << 20;

  /** What is gathered before it is written. */
  private static final int GATHERED = 1 << 18;

  private static final int FIRST = 1 << 12;

  private final int inMemory;
  private byte[] buffer = new byte[FIRST];
  private int filled;

  /** Where the buffer's first byte stands among all. */
  private long written;

  private @Nullable RandomAccessFile file;
  private @Nullable Path named;
  private boolean closed;

  SpillFile() {
    this(IN_MEMORY);
  }

  /**
   * @param inMemory most bytes that are kept without a file
   */
  SpillFile(int inMemory) {
    this.inMemory = inMemory;
  }

  /**
   * Appends bytes.
   *
   * @return where they stand
   * @throws AssayException if there is no room for them
   */
  synchronized long append(byte[] bytes) {
    requireOpen();
    try {
      int room = file == null ? inMemory : GATHERED;
      if (bytes.length > room - filled) {
        flush();
      }
      long at = written + filled;
      if (file != null && bytes.length > GATHERED) {
        file.seek(written);
        file.write(bytes);
        written += bytes.length;
        return at;
      }
      if (bytes.length > buffer.length - filled) {
        int wanted = Math.max(filled + bytes.length, (int) Math.min(room, 2L * buffer.length));
        buffer = Arrays.copyOf(buffer, wanted);
      }
      System.arraycopy(bytes, 0, buffer, filled, bytes.length);
      filled += bytes.length;
      return at;
    } catch (IOException e) {
      throw broken("cannot be kept", e);
    }
  }

  /**
   * The bytes at a place.
   *
   * @throws AssayException if they cannot be read again
   */
  synchronized byte[] read(long at, int length) {
    requireOpen();
    if (at >= written) {
      int from = (int) (at - written);
      return Arrays.copyOfRange(buffer, from, from + length);
    }
    RandomAccessFile spilled = file;
    if (spilled == null) {
      throw new IllegalStateException("nothing is in a file yet");
    }
    try {
      byte[] bytes = new byte[length];
      spilled.seek(at);
      spilled.readFully(bytes);
      return bytes;
    } catch (IOException e) {
      throw broken("cannot be read again", e);
    }
  }

  /** Whether there is a file. */
  synchronized boolean isSpilled() {
    return file != null;
  }

  private void flush() throws IOException {
    RandomAccessFile spilled = file == null ? open() : file;
    spilled.seek(written);
    spilled.write(buffer, 0, filled);
    written += filled;
    filled = 0;
    if (buffer.length != GATHERED) {
      buffer = new byte[GATHERED];
    }
  }

  private RandomAccessFile open() throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path path = Files.createTempFile("assay-answers-", ".tmp", owner);
    try {
      RandomAccessFile opened = new RandomAccessFile(path.toFile(), "rw");
      file = opened;
      named = path;
      if (posix) {
        Files.delete(path); // who holds it open keeps it; nobody else ever sees it
        named = null;
      }
      return opened;
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the records are closed");
    }
  }

  private static AssayException broken(String what, IOException e) {
    return new AssayException(
        AssayException.Category.DATA,
        Problem.of("what was recorded " + what + " in a temporary file: " + e.getMessage())
            .at(System.getProperty("java.io.tmpdir"))
            .expected("room for as much as the recordings hold, twice")
            .remedy("make room, or name another folder: ASSAY_JAVA_OPTS=-Djava.io.tmpdir=DIR"),
        e);
  }

  @Override
  public synchronized void close() {
    closed = true;
    buffer = new byte[0];
    RandomAccessFile spilled = file;
    file = null;
    try {
      if (spilled != null) {
        spilled.close();
      }
    } catch (IOException e) {
      throw broken("cannot be let go of", e);
    } finally {
      delete();
    }
  }

  private void delete() {
    if (named != null) {
      try {
        Files.deleteIfExists(named);
      } catch (IOException e) {
        throw broken("cannot be deleted", e);
      }
      named = null;
    }
  }
}

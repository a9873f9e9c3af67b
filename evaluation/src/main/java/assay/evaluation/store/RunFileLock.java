package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a run file, one process at a time: an operating system's lock on a file {@code
 * NAME.assay.lock} beside it, which a killed process loses by itself. Whoever holds it deletes the
 * file when done; so a holder first makes sure that the file it locked still bears its name.
 */
final class RunFileLock implements AutoCloseable {

  /** Far behind what is written, so that others can read the file while it is locked. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path file;
  private final FileChannel channel;

  private RunFileLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws AssayException if another process or another part of this one has it, or no file can be
   *     written beside the run
   */
  static RunFileLock take(Path run) {
    Path file = lockFile(run);
    try {
      while (true) {
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
          if (!isFree(channel)) {
            throw AssayException.usage(
                Problem.of("another process is writing this run")
                    .at(run.toString())
                    .remedy("wait until it has ended"));
          }
          taken = bearsItsName(file, channel);
          if (taken) {
            return new RunFileLock(file, channel);
          }
        } finally {
          if (!taken) {
            channel.close();
          }
        }
      }
    } catch (IOException e) {
      throw new AssayException(
          AssayException.Category.USAGE,
          Problem.of("no file can be written beside the run: " + e)
              .at(run.toString())
              .remedy("copy the run file to a folder of your own"),
          e);
    }
  }

  /** Whether somebody is writing the run now. */
  static boolean isTaken(Path run) {
    Path file = lockFile(run);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return !isFree(channel);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + file, e);
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock held = channel.tryLock(LOCKED_BYTE, 1, false);
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static boolean bearsItsName(Path file, FileChannel channel) throws IOException {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String token = ProcessHandle.current().pid() + " " + HexFormat.of().formatHex(random);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)));
    try {
      return Files.readString(file).equals(token);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static Path lockFile(Path run) {
    return run.resolveSibling(run.getFileName() + ".lock");
  }

  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock " + file, e);
    }
  }
}

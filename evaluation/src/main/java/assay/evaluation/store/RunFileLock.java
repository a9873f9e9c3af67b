package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a run file, one process at a time: an operating system's lock on a file {@code
 * NAME.assay.lock} beside it, which a killed process loses by itself. Whoever holds it deletes the
 * file when done; so a holder first makes sure that the file it locked still bears its name.
 *
 * <p>On Unix a process loses its locks on a file as soon as it closes <em>any</em> channel to it.
 * So while the lock is held this process must not open the file again: what it holds is kept in a
 * set, and the file is looked at by its attributes alone.
 */
final class RunFileLock implements AutoCloseable {

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private RunFileLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** What tells a file from another one that has come to bear its name. */
  private record Identity(@Nullable Object key, FileTime made) {

    static Identity of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Identity(attributes.fileKey(), attributes.creationTime());
    }
  }

  /**
   * Takes the lock.
   *
   * @throws AssayException if another process or another part of this one has it, or no file can be
   *     written beside the run
   */
  static RunFileLock take(Path run) {
    boolean taken = false;
    @Nullable Path held = null;
    try {
      Path file = lockFile(run);
      if (!HELD.add(file)) {
        throw busy(run);
      }
      held = file;
      RunFileLock lock = new RunFileLock(file, locked(run, file));
      taken = true;
      return lock;
    } catch (IOException e) {
      throw new AssayException(
          AssayException.Category.USAGE,
          Problem.of("no file can be written beside the run: " + e)
              .at(run.toString())
              .remedy("copy the run file to a folder of your own"),
          e);
    } finally {
      if (!taken && held != null) {
        HELD.remove(held);
      }
    }
  }

  private static FileChannel locked(Path run, Path file) throws IOException {
    while (true) {
      try {
        create(file);
        Identity before = Identity.of(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
          if (!Identity.of(file).equals(before)) {
            continue; // whoever had it deleted it, and the name is another file's now
          }
          if (!isFree(channel)) {
            throw busy(run);
          }
          taken = Identity.of(file).equals(before);
          if (taken) {
            return channel;
          }
        } finally {
          if (!taken) {
            channel.close();
          }
        }
      } catch (NoSuchFileException e) {
        if (!Files.isDirectory(Objects.requireNonNull(file.getParent()))) {
          throw e;
        }
        // whoever had it deleted it just now
      }
    }
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // another process has it, or was killed while it had it
    }
  }

  private static AssayException busy(Path run) {
    return AssayException.usage(
        Problem.of("another process is writing this run")
            .at(run.toString())
            .remedy("wait until it has ended"));
  }

  /** Whether somebody is writing the run now. */
  static boolean isTaken(Path run) {
    try {
      Path file = lockFile(run);
      if (HELD.contains(file)) {
        return true;
      }
      if (!Files.exists(file)) {
        return false;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        return !isFree(channel);
      }
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at the lock of " + run, e);
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Under the real name of its folder, so that it is one file by whatever way one comes. */
  private static Path lockFile(Path run) throws IOException {
    Path folder = Objects.requireNonNull(run.toAbsolutePath().getParent()).toRealPath();
    return folder.resolve(run.getFileName() + ".lock");
  }

  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock " + file, e);
    } finally {
      HELD.remove(file);
    }
  }
}

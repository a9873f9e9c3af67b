package assay.evaluation.store;

import assay.core.AssayException;
import assay.core.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders that only their owner may read, where the file system knows owners: replies can
 * hold patient data.
 */
public final class PrivateFiles {

  private PrivateFiles() {}

  /**
   * Makes a folder and those above it, unless they are there.
   *
   * @throws AssayException if that is not possible
   */
  public static void createFolders(@Nullable Path folder) {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.createDirectories(folder, permissions("rwx------"));
    } catch (IOException e) {
      throw cannot("the folder cannot be made", folder, e);
    }
  }

  /**
   * Makes an empty file.
   *
   * @throws AssayException if there is one already, or it cannot be made
   */
  public static void createFile(Path file) {
    try {
      Files.createFile(file, permissions("rw-------"));
    } catch (IOException e) {
      throw cannot("the file cannot be made", file, e);
    }
  }

  /** Makes an empty file unless there is one, perhaps made by another process just now. */
  static void createFileIfAbsent(Path file) {
    try {
      Files.createFile(file, permissions("rw-------"));
    } catch (FileAlreadyExistsException e) {
      // that is what is wanted
    } catch (IOException e) {
      throw cannot("the file cannot be made", file, e);
    }
  }

  private static AssayException cannot(String what, Path path, IOException e) {
    return new AssayException(
        AssayException.Category.USAGE,
        Problem.of(what + ": " + e)
            .at(path.toString())
            .remedy("name a place that you may write to"),
        e);
  }

  private static FileAttribute<?>[] permissions(String posix) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
        }
        : new FileAttribute<?>[0];
  }
}

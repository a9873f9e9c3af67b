package assay.evaluation.store;

import java.io.IOException;
import java.io.UncheckedIOException;
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
final class PrivateFiles {

  private PrivateFiles() {}

  static void createFolders(@Nullable Path folder) {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.createDirectories(folder, permissions("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + folder, e);
    }
  }

  static void createFile(Path file) {
    try {
      Files.createFile(file, permissions("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the file " + file, e);
    }
  }

  private static FileAttribute<?>[] permissions(String posix) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
        }
        : new FileAttribute<?>[0];
  }
}

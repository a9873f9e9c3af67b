package assay.datasets.media;

import assay.core.Sha256;
import assay.core.data.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

/**
 * Content in files named by their SHA-256, in folders named by its first two digits; for their
 * owner's eyes only. A file is written beside its place and moved there, so it is whole or not
 * there, also with several writers. What is read is held against its name: bytes that were changed
 * on the disk are a fault at their end, not other bytes.
 */
public final class FolderContentStore implements ContentStore {

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  private final Path root;

  /** A store in this folder, which is made when the first content comes. */
  public FolderContentStore(Path root) {
    this.root = root;
  }

  @Override
  public String put(byte[] bytes) throws IOException {
    String name = Sha256.of(bytes);
    Path file = file(name);
    if (isWhole(file, bytes.length)) {
      return name;
    }
    Path folder = root.resolve(name.substring(0, 2));
    Files.createDirectories(folder, permissions("rwx------"));
    Path draft =
        Files.createTempFile(folder, name.substring(2, 10), ".part", permissions("rw-------"));
    try {
      Files.write(draft, bytes);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException e) {
      // Windows refuses to replace a file that another thread has open: it has the same bytes.
      if (!isWhole(file, bytes.length)) {
        throw e;
      }
    } finally {
      Files.deleteIfExists(draft);
    }
    return name;
  }

  /** Whether the file is there in full length; a machine that lost power may leave it shorter. */
  private static boolean isWhole(Path file, long length) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) == length;
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    if (!NAME.matcher(sha256).matches()) {
      throw new NoSuchFileException(sha256, null, "not a SHA-256");
    }
    return new VerifiedInput(Files.newInputStream(file(sha256)), sha256);
  }

  private Path file(String name) {
    return root.resolve(name.substring(0, 2)).resolve(name);
  }

  private static FileAttribute<?>[] permissions(String posix) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
        }
        : new FileAttribute<?>[0];
  }
}

package assay.datasets.media;

import assay.core.Sha256;
import assay.core.data.ContentStore;
import java.io.IOException;
import java.io.InputStream;
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
 * there.
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
    if (Files.exists(file)) {
      return name;
    }
    Path folder = root.resolve(name.substring(0, 2));
    Files.createDirectories(folder, permissions("rwx------"));
    Path draft =
        Files.createTempFile(folder, name.substring(2, 10), ".part", permissions("rw-------"));
    try {
      Files.write(draft, bytes);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    return name;
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    if (!NAME.matcher(sha256).matches()) {
      throw new NoSuchFileException(sha256, null, "not a SHA-256");
    }
    return Files.newInputStream(file(sha256));
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

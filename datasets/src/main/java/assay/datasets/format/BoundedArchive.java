package assay.datasets.format;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip archive whose entries, all of them together, expand within the bounds. What an archive says
 * of the size of its entries is believed only as far as the archive itself is large: entries that
 * overlap, or lie about their size, count no more than the file has bytes.
 */
public final class BoundedArchive implements Closeable {

  private final ZipFile zip;
  private final InputLimits limits;
  private final long size;
  private long compressed;
  private long expanded;

  private BoundedArchive(ZipFile zip, long size, InputLimits limits) {
    this.zip = zip;
    this.size = size;
    this.limits = limits;
  }

  /**
   * Opens an archive.
   *
   * @throws IOException if it cannot be read, or is cut or damaged
   */
  public static BoundedArchive open(Path path, InputLimits limits) throws IOException {
    return new BoundedArchive(ZipFile.builder().setPath(path).get(), Files.size(path), limits);
  }

  /** The names of its entries, in the archive's order. */
  public SequencedSet<String> names() {
    SequencedSet<String> names = new LinkedHashSet<>();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      names.add(entry.getName());
    }
    return names;
  }

  /**
   * The bytes of an entry, to be closed before the next is opened.
   *
   * @throws IOException if there is no such entry, or it is of a method that is not read; while it
   *     is read, also where it is damaged or goes beyond the bounds
   */
  public InputStream open(String name) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null || !zip.canReadEntryData(entry)) {
      throw new ZipException(
          "entry '" + name + "' is encrypted, or compressed by a method that is not read");
    }
    compressed = Math.min(size, compressed + Math.max(0, entry.getCompressedSize()));
    long soFar = compressed;
    BoundedExpansion bounded =
        new BoundedExpansion(zip.getInputStream(entry), () -> soFar, expanded, limits);
    return new FilterInputStream(bounded) {
      @Override
      public int read(byte[] target, int start, int length) throws IOException {
        return in.read(target, start, length);
      }

      @Override
      public void close() throws IOException {
        expanded = bounded.expanded();
        super.close();
      }
    };
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}

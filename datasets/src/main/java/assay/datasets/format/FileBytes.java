package assay.datasets.format;

import assay.core.AssayException;
import assay.core.Problem;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a table file, expanded where it is compressed. How it is compressed is seen by its
 * first bytes, not by its name: browsers and mirrors expand files and keep the name.
 */
final class FileBytes {

  private static final int BUFFER = 1 << 16;

  private enum Packing {
    NONE,
    GZIP,
    ZSTD,
    ZIP
  }

  private final TableFile file;
  private final InputLimits limits;
  private final Packing packing;
  private final @Nullable ZipSelection selection;

  private FileBytes(
      TableFile file, InputLimits limits, Packing packing, @Nullable ZipSelection selection) {
    this.file = file;
    this.limits = limits;
    this.packing = packing;
    this.selection = selection;
  }

  /**
   * Looks at a file.
   *
   * @throws AssayException if it is not there, may not be read, is empty, or is something else than
   *     its format says
   */
  static FileBytes of(TableFile file, InputLimits limits) {
    try {
      return look(file, limits);
    } catch (IOException e) {
      throw new AssayException(AssayException.Category.DATA, Faults.of(e, file.displayName()), e);
    }
  }

  private static FileBytes look(TableFile file, InputLimits limits) throws IOException {
    Path path = file.path();
    if (Files.isDirectory(path)) {
      throw wrong(file, "is a folder, not a file", "give the path of a file in it");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw wrong(file, "is no regular file", "give the path of a file");
    }
    FileBytes bytes =
        switch (signature(() -> Files.newInputStream(path))) {
          case GZIP -> new FileBytes(file, limits, Packing.GZIP, null);
          case ZSTD -> new FileBytes(file, limits, Packing.ZSTD, null);
          case ZIP -> zip(file, limits);
          case EMPTY,
              XZ,
              BZIP2,
              SEVEN_ZIP,
              TAR,
              PARQUET,
              OLE2,
              PNG,
              JPEG,
              GIF,
              PDF,
              SQLITE,
              HDF5,
              HTML,
              LFS_POINTER,
              ANNEX_POINTER,
              BINARY,
              TEXT ->
              new FileBytes(file, limits, Packing.NONE, null);
        };
    bytes.checkContent(signature(bytes::open));
    return bytes;
  }

  private static FileBytes zip(TableFile file, InputLimits limits) throws IOException {
    ZipSelection selection = ZipSelection.in(file);
    return selection == null
        ? new FileBytes(file, limits, Packing.NONE, null)
        : new FileBytes(file, limits, Packing.ZIP, selection);
  }

  private static Signature signature(DecodedText.Reopening bytes) throws IOException {
    try (InputStream in = bytes.open()) {
      byte[] head = in.readNBytes(Signature.LENGTH);
      return Signature.of(head, head.length);
    }
  }

  private void checkContent(Signature found) {
    Signature wanted =
        switch (file.format()) {
          case JSON, JSONL, CSV, TSV, LINES -> Signature.TEXT;
          case PARQUET -> Signature.PARQUET;
          case XLSX -> Signature.ZIP;
        };
    if (found == wanted) {
      return;
    }
    if (found == Signature.EMPTY) {
      throw wrong(file, "is empty (0 bytes)", found.remedy());
    }
    String what = packing == Packing.NONE ? "this is " : "what is packed in it is ";
    throw AssayException.data(
        Problem.of(what + found.title())
            .at(file.displayName())
            .expected(file.format().title())
            .remedy(found.remedy()));
  }

  private static AssayException wrong(TableFile file, String what, String remedy) {
    return AssayException.data(Problem.of(what).at(file.displayName()).remedy(remedy));
  }

  /** The expanded bytes from their start. To be closed by the caller. */
  InputStream open() throws IOException {
    Path path = file.path();
    if (selection != null) {
      return selection.open(path, limits);
    }
    InputStream raw = Files.newInputStream(path);
    if (packing == Packing.NONE) {
      return raw;
    }
    try {
      CountingInput counted = new CountingInput(new BufferedInputStream(raw, BUFFER));
      InputStream expanding =
          packing == Packing.GZIP
              ? new GZIPInputStream(counted, BUFFER)
              : new ZstdInputStream(counted);
      return new BoundedExpansion(expanding, counted::count, limits);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** Whether the file's own bytes are the table's. */
  boolean isPlain() {
    return packing == Packing.NONE;
  }

  /** The sheet that is asked for, or null for the first. */
  @Nullable String sheet() {
    return selection == null ? file.sheet() : selection.sheet();
  }
}

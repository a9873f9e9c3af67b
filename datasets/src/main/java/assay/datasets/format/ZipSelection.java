package assay.datasets.format;

import assay.core.AssayException;
import assay.core.Problem;
import assay.datasets.yaml.Nearest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The entry of a zip archive that holds the table.
 *
 * @param entry name of the entry
 * @param sheet the sheet within it that is asked for, or null
 */
record ZipSelection(String entry, @Nullable String sheet) {

  private static final int NAMED = 20;

  /**
   * Finds the entry; null where the archive is itself a workbook.
   *
   * @throws AssayException if the archive has no file, or several of which none is asked for
   */
  static @Nullable ZipSelection in(TableFile file) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file.path()).get()) {
      List<String> names = new ArrayList<>();
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (!entry.isDirectory() && !isLitter(entry.getName())) {
          names.add(entry.getName());
        }
      }
      if (names.contains("[Content_Types].xml") && names.contains("xl/workbook.xml")) {
        if (file.format() == Format.XLSX) {
          return null;
        }
        throw AssayException.data(
            Problem.of("this is an Excel workbook")
                .at(file.displayName())
                .expected(file.format().title())
                .remedy("declare format: xlsx"));
      }
      return choose(names, file);
    }
  }

  private static ZipSelection choose(List<String> names, TableFile file) {
    String wanted = file.sheet();
    if (names.isEmpty()) {
      throw AssayException.data(
          Problem.of("the zip archive holds no file")
              .at(file.displayName())
              .remedy("take the file again from its publisher"));
    }
    if (wanted == null || (names.size() == 1 && file.format() == Format.XLSX)) {
      if (names.size() > 1) {
        throw ambiguous("holds " + names.size() + " files", names, file);
      }
      return new ZipSelection(names.getFirst(), wanted);
    }
    int mark = wanted.indexOf('#');
    String entry = mark < 0 ? wanted : wanted.substring(0, mark);
    String sheet = mark < 0 ? null : wanted.substring(mark + 1);
    if (names.contains(wanted)) {
      return new ZipSelection(wanted, null);
    }
    if (names.contains(entry)) {
      return new ZipSelection(entry, sheet);
    }
    throw ambiguous("holds no file '" + entry + "'", names, file);
  }

  private static AssayException ambiguous(String what, List<String> names, TableFile file) {
    String wanted = file.sheet() == null ? "" : file.sheet();
    return AssayException.data(
        Problem.of("the zip archive " + what)
            .at(file.displayName())
            .expected("sheet: " + Nearest.phrase(wanted, names, NAMED))
            .remedy("say by 'sheet' which of its files is meant"));
  }

  private static boolean isLitter(String name) {
    return name.startsWith("__MACOSX/")
        || name.endsWith("/.DS_Store")
        || name.equals(".DS_Store")
        || name.endsWith("Thumbs.db");
  }

  /** The entry's bytes, expanded within the bounds; closing them closes the archive. */
  InputStream open(Path path, InputLimits limits) throws IOException {
    ZipFile zip = ZipFile.builder().setPath(path).get();
    try {
      ZipArchiveEntry found = zip.getEntry(entry);
      if (found == null || !zip.canReadEntryData(found)) {
        throw new ZipException(
            "entry '" + entry + "' is encrypted, or compressed by a method that is not read");
      }
      long compressed = found.getCompressedSize();
      InputStream bounded =
          new BoundedExpansion(zip.getInputStream(found), () -> compressed, limits);
      return new FilterInputStream(bounded) {
        @Override
        public void close() throws IOException {
          try (zip) {
            super.close();
          }
        }
      };
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }
}

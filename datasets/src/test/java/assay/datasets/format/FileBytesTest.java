package assay.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBytesTest {

  private static final byte[] TABLE = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private interface Packer {
    OutputStream over(OutputStream target) throws IOException;
  }

  private static byte[] packed(Packer packer, byte[] content) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (OutputStream out = packer.over(target)) {
      out.write(content);
    }
    return target.toByteArray();
  }

  private static byte[] zip(String... namesAndContents) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(target)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndContents[i]));
        out.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return target.toByteArray();
  }

  private String complaint(String name, byte[] content) {
    return Tables.complaint(Tables.write(folder, name, content), Format.CSV, null);
  }

  private List<String> rows(String name, byte[] content, String sheet) {
    return Tables.shown(Tables.read(Tables.write(folder, name, content), Format.CSV, null, sheet));
  }

  @Test
  void expandsWhatIsCompressedWhateverItsName() throws IOException {
    List<String> expected = List.of("2: {\"a\": \"1\", \"b\": \"2\"}");
    assertThat(rows("a.csv.gz", packed(GZIPOutputStream::new, TABLE), null)).isEqualTo(expected);
    assertThat(rows("a.csv.zst", packed(ZstdOutputStream::new, TABLE), null)).isEqualTo(expected);
    assertThat(rows("a.csv", packed(GZIPOutputStream::new, TABLE), null)).isEqualTo(expected);
    assertThat(rows("b.csv.gz", TABLE, null)).isEqualTo(expected);
    assertThat(
            rows(
                "a.csv.zip",
                zip("d/", "", "d/a.csv", "a,b\n1,2\n", "__MACOSX/d/._a.csv", "x"),
                null))
        .isEqualTo(expected);
  }

  @Test
  void readsTheEntryOfAnArchiveThatIsAskedFor() throws IOException {
    byte[] archive = zip("x.csv", "a\n1\n", "d/y.csv", "a\n2\n");
    assertThat(rows("a.zip", archive, "d/y.csv")).containsExactly("2: {\"a\": \"2\"}");
    assertThat(complaint("a.zip", archive))
        .isEqualTo(
            "a.zip: the zip archive holds 2 files\n"
                + "  expected: sheet: one of x.csv, d/y.csv\n"
                + "  remedy: say by 'sheet' which of its files is meant");
    assertThatThrownBy(() -> rows("a.zip", archive, "z.csv"))
        .hasMessageContaining("the zip archive holds no file 'z.csv'");
    assertThat(complaint("e.zip", zip("d/", "")))
        .startsWith("e.zip: the zip archive holds no file\n");
  }

  @Test
  void readsEntriesPackedByZstandard() {
    Path log =
        Path.of(System.getProperty("assay.data", "../shared/data"))
            .resolve("harness-logs/inspect/bench-mcq.eval");
    Assumptions.assumeTrue(Files.exists(log), "no shared data: " + log);
    assertThat(Tables.read(log, Format.JSON, null, "summaries.json")).hasSize(2000);
  }

  @Test
  void saysWhatAFileIsInstead() throws IOException {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    assertThat(complaint("p.csv", png))
        .isEqualTo("p.csv: this is a PNG picture\n  expected: CSV\n  remedy: check the path");
    assertThat(complaint("p.csv.gz", packed(GZIPOutputStream::new, png)))
        .startsWith("p.csv.gz: what is packed in it is a PNG picture");
    assertThat(complaint("h.csv", "\n <!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8)))
        .startsWith("h.csv: this is an HTML page, not data\n");
    assertThat(
            complaint(
                "l.csv",
                "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"
                    .getBytes(StandardCharsets.UTF_8)))
        .startsWith("l.csv: this is a Git LFS pointer, not the file itself\n")
        .contains("git lfs pull");
    assertThat(complaint("e.csv", new byte[0])).startsWith("e.csv: is empty (0 bytes)\n");
    assertThat(complaint("e.csv.gz", packed(GZIPOutputStream::new, new byte[0])))
        .startsWith("e.csv.gz: is empty (0 bytes)\n");
    assertThat(complaint("b.csv", new byte[] {1, 2, 0, 0, 0, 5}))
        .startsWith("b.csv: this is binary\n");
    assertThat(complaint("q.csv", "PAR1....".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            "q.csv: this is a Parquet file\n  expected: CSV\n  remedy: declare format: parquet");
    assertThat(
            complaint(
                "g.csv.gz.gz", packed(GZIPOutputStream::new, packed(GZIPOutputStream::new, TABLE))))
        .startsWith("g.csv.gz.gz: what is packed in it is a gzip file");
  }

  @Test
  void saysThatAFileIsNotThereOrAFolder() throws IOException {
    assertThat(Tables.complaint(folder.resolve("none.csv"), Format.CSV, null))
        .startsWith("none.csv: there is no such file\n");
    Files.createDirectory(folder.resolve("d.csv"));
    assertThat(Tables.complaint(folder.resolve("d.csv"), Format.CSV, null))
        .startsWith("d.csv: is a folder, not a file\n");
  }

  @Test
  void saysThatAFileMayNotBeRead() throws IOException {
    Path file = Tables.write(folder, "secret.csv", TABLE);
    Assumptions.assumeTrue(
        Files.getFileStore(file).supportsFileAttributeView("posix"), "needs POSIX rights");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(file), "the superuser may read everything");
    assertThat(Tables.complaint(file, Format.CSV, null))
        .startsWith("secret.csv: may not be read: permission denied\n");
  }

  @Test
  void everyPrefixOfACompressedFileIsACleanError() throws IOException {
    for (Packer packer : List.<Packer>of(GZIPOutputStream::new, ZstdOutputStream::new)) {
      byte[] whole = packed(packer, TABLE);
      for (int length = 4; length < whole.length; length++) {
        assertThat(complaint("cut.csv", Arrays.copyOf(whole, length))).startsWith("cut.csv: ");
      }
    }
    byte[] archive = zip("a.csv", "a,b\n1,2\n");
    for (int length = 4; length < archive.length; length++) {
      assertThat(complaint("cut.zip", Arrays.copyOf(archive, length))).startsWith("cut.zip: ");
    }
  }

  @Test
  void stopsADecompressionBomb() throws IOException {
    byte[] zeros = new byte[1 << 20];
    Arrays.fill(zeros, (byte) ' ');
    for (Packer packer : List.<Packer>of(GZIPOutputStream::new, ZstdOutputStream::new)) {
      ByteArrayOutputStream target = new ByteArrayOutputStream();
      try (OutputStream out = packer.over(target)) {
        out.write("a\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 100; i++) {
          zeros[0] = '\n';
          out.write(zeros);
        }
      }
      assertThat(complaint("bomb.csv", target.toByteArray()))
          .contains("expands to more than 200 times its size (assay.limits.ratio)");
    }
  }
}

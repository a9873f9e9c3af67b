package assay.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.data.Row;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Publishers' own files read as their descriptions, and other programs, have them. */
class SharedTablesTest {

  @ParameterizedTest(name = "{0} {3}")
  @CsvFileSource(
      resources = "shared-tables.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      quoteCharacter = '\0')
  void isReadAsOthersReadIt(
      String path, String format, int rows, @Nullable String records, String sha256) {
    Path file = Path.of(System.getProperty("assay.data", "../shared/data")).resolve(path);
    Assumptions.assumeTrue(Files.exists(file), "no shared data: " + path);
    List<Row> read = Tables.read(file, Format.byId(format).orElseThrow(), records, null);
    assertThat(read).hasSize(rows);
    assertThat(digest(read)).isEqualTo(sha256);
  }

  private static String digest(List<Row> rows) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    for (Row row : rows) {
      row.values()
          .fields()
          .forEach(
              (name, value) ->
                  digest.update(
                      (name + '\u001f' + value.asText() + '\u001e')
                          .getBytes(StandardCharsets.UTF_8)));
      digest.update((byte) 0x1d);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}

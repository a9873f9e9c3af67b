package assay.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.AssayException;
import assay.core.data.Row;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cut and changed text files: rows as far as they are valid, or an error with a place. */
class DamagedTextTest {

  private enum Kind {
    CSV(Format.CSV, null, "id,q\n1,\"a\nb\"\n2,\"say \"\"no\"\"\"\r\n3,胸部\r4,\n"),
    TSV(Format.TSV, null, "\ufeffid\tq\n1\t\"a\tb\"\n2\t5\" tall\n3\t\n"),
    LINES(
        Format.JSONL,
        null,
        "{\"id\": 1, \"q\": \"a\\n\\u00e9\"}\r\n\n{\"id\": -2.5e3, \"q\": [NaN, {\"A\": null}]}\n"),
    ARRAY(
        Format.JSON,
        null,
        "[\n {\"id\": 1, \"q\": \"胸\"},\n {\"id\": 2, \"q\": {\"A\": [1]}}\n]\n"),
    KEYS(
        Format.JSON,
        "{t}.{id}",
        "{\"t\": {\"1\": {\"q\": \"a\"}, \"2\": {\"q\": true}}, \"u\": {}}"),
    UNDER_KEY(Format.JSON, "data[]", "{\"n\": 2, \"data\": [{\"q\": 1}, {\"q\": 2}], \"z\": []}");

    final Format format;
    final @Nullable String records;
    final byte[] whole;

    Kind(Format format, @Nullable String records, String text) {
      this.format = format;
      this.records = records;
      this.whole = text.getBytes(StandardCharsets.UTF_8);
    }
  }

  @TempDir Path folder;

  private List<Row> readOrComplain(Kind kind, byte[] bytes) {
    Path file = Tables.write(folder, "d.txt", bytes);
    try {
      return Tables.read(file, kind.format, kind.records, null);
    } catch (AssayException e) {
      assertThat(e.category()).isEqualTo(AssayException.Category.DATA);
      assertThat(e.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.toString()).startsWith("d.txt"));
      return List.of();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPrefixGivesRowsOfTheWholeOrAnError(Kind kind) {
    List<Row> whole = readOrComplain(kind, kind.whole);
    assertThat(whole).isNotEmpty();
    for (int length = 0; length < kind.whole.length; length++) {
      List<Row> rows = readOrComplain(kind, Arrays.copyOf(kind.whole, length));
      assertThat(rows.size()).isLessThanOrEqualTo(whole.size());
      for (int i = 0; i + 1 < rows.size(); i++) {
        assertThat(rows.get(i)).isEqualTo(whole.get(i));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void changedBytesGiveRowsOrAnError(Kind kind) {
    Random random = new Random(23);
    byte[] telling = "\"'\\,\t\n\r{}[]:0e\u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);
    int rounds = "full".equals(System.getProperty("assay.campaign")) ? 20_000 : 300;
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = kind.whole.clone();
      for (int change = 1 + random.nextInt(4); change > 0; change--) {
        int at = random.nextInt(bytes.length);
        bytes[at] =
            random.nextBoolean()
                ? telling[random.nextInt(telling.length)]
                : (byte) random.nextInt(256);
      }
      readOrComplain(kind, bytes);
    }
  }
}

package assay.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Publishers' own files read with the rows that their descriptions state. */
class SharedTablesTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "shared-tables.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      quoteCharacter = '\0')
  void hasTheRowsItsDescriptionStates(
      String path, String format, long rows, @Nullable String records) {
    Path file = Path.of(System.getProperty("assay.data", "../shared/data")).resolve(path);
    Assumptions.assumeTrue(Files.exists(file), "no shared data: " + path);
    assertThat(Tables.read(file, Format.byId(format).orElseThrow(), records, null))
        .hasSize((int) rows);
  }
}

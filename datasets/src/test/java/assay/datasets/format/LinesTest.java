package assay.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {

  @TempDir Path folder;

  @Test
  void everyLineThatIsNotBlankIsARecordOfItsFirstWordAndTheRest() {
    Path file = Tables.write(folder, "a.txt", "t-1 1  4 \"He, too\" \r\n\n \tlone\n t-2\t0 -1 NA");

    assertThat(Tables.shown(Tables.read(file, Format.LINES)))
        .containsExactly(
            "1: {\"line\": \"t-1 1  4 \\\"He, too\\\"\", \"word\": \"t-1\", \"rest\": \"1  4"
                + " \\\"He, too\\\"\"}",
            "3: {\"line\": \"lone\", \"word\": \"lone\", \"rest\": null}",
            "4: {\"line\": \"t-2\\t0 -1 NA\", \"word\": \"t-2\", \"rest\": \"0 -1 NA\"}");
  }
}

package assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FixtureTest {

  @Test
  void everyFixtureNamesItsMaker() throws IOException, URISyntaxException {
    Path folder = Path.of(Fixture.class.getResource("fixtures").toURI());
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names = files.map(file -> file.getFileName().toString()).sorted().toList();
    }
    assertThat(names).hasSizeGreaterThanOrEqualTo(10);
    for (String name : names) {
      assertThat(Fixture.load(name).rows()).as(name).hasSizeGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void aFixtureWithoutHeaderIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fixture.parse("a.tsv", "# software: R\n# version: 4\nx\ty\n1\t2\n"))
        .withMessage("fixture a.tsv has no line '# command: …'");
  }
}

package assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import assay.testkit.Fixture;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesTest {

  /** Reading fails for a fixture that does not name software, version and command. */
  @Test
  void everyFixtureNamesItsMakerAndHasFiveCases() throws URISyntaxException {
    Path folder = Path.of(References.class.getResource("fixtures").toURI());
    List<Fixture> fixtures = Fixture.readAll(folder);
    assertThat(fixtures).hasSizeGreaterThanOrEqualTo(24);
    for (Fixture fixture : fixtures) {
      assertThat(fixture.rows()).as(fixture.name()).hasSizeGreaterThanOrEqualTo(5);
      assertThat(fixture.maker().get("command")).contains("statistics/src/test/reference/");
    }
  }
}

package assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import assay.testkit.Fixture;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /**
   * A file with a column that names functions needs five cases of each, in all files together; what
   * follows a space in its name is the case.
   */
  @Test
  void everyFunctionHasFiveCases() throws URISyntaxException {
    Path folder = Path.of(References.class.getResource("fixtures").toURI());
    Map<String, Integer> cases = new TreeMap<>();
    for (Fixture fixture : Fixture.readAll(folder)) {
      for (String column : List.of("method", "what", "test", "kind")) {
        if (fixture.columns().contains(column)) {
          fixture
              .rows()
              .forEach(row -> cases.merge(row.text(column).split(" ")[0], 1, Integer::sum));
        }
      }
    }
    assertThat(cases).hasSizeGreaterThanOrEqualTo(100);
    assertThat(cases).allSatisfy((name, count) -> assertThat(count).as(name).isGreaterThan(4));
  }
}

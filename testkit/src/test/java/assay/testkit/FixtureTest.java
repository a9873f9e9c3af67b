package assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixtureTest {
  private static final String MAKER = "# software: R\n# version: 4.2.2\n# command: Rscript x.R\n";

  @TempDir private Path folder;

  @Test
  void rowsGiveTypedFields() {
    Fixture fixture =
        Fixture.parse(
            "a.tsv",
            MAKER
                + "# a note\n# source: DOI 1\n# source: DOI 2\n\n"
                + "case\tn\tvalue\tlist\tflag\n"
                + "one\t7\t-1.5e-3\t1, 2 3\ttrue\r\n"
                + "\t-2\tNaN\t\t0\n"
                + "two\t0\t-Inf\t4\tFALSE\n");

    assertThat(fixture.maker()).containsEntry("source", "DOI 1\nDOI 2").containsKey("software");
    assertThat(fixture.columns()).containsExactly("case", "n", "value", "list", "flag");
    FixtureRow first = fixture.rows().get(0);
    assertThat(first.text("case")).isEqualTo("one");
    assertThat(first.integer("n")).isEqualTo(7);
    assertThat(first.number("value")).isEqualTo(-1.5e-3);
    assertThat(first.numbers("list")).containsExactly(1, 2, 3);
    assertThat(first.integers("list")).containsExactly(1, 2, 3);
    assertThat(first.flag("flag")).isTrue();
    assertThat(first).hasToString("a.tsv:9");
    FixtureRow second = fixture.rows().get(1);
    assertThat(second.isEmpty("case")).isTrue();
    assertThat(second.number("value")).isNaN();
    assertThat(second.numbers("list")).isEmpty();
    assertThat(second.flag("flag")).isFalse();
    assertThat(fixture.rows().get(2).number("value")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(fixture.stream()).hasSize(3);
  }

  @Test
  void aFixtureWithoutItsMakerFailsAndSoDoesEveryOtherFaultAtOnce() {
    assertThatThrownBy(
            () -> Fixture.parse("b.tsv", "# software: R\n# version:\nx\ty\tx\n1\t2\t3\n1\t2\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            b.tsv: no line '# command: …' names the maker of these values
            b.tsv: no line '# version: …' names the maker of these values
            b.tsv:3: a column's name occurs twice in [x, y, x]
            b.tsv:5: 2 fields, but 3 columns [x, y, x]""");
    assertThatThrownBy(() -> Fixture.parse("c.tsv", MAKER + "x\n")).hasMessage("c.tsv: no row");
  }

  @Test
  void aWrongFieldNamesItsPlace() {
    FixtureRow row = Fixture.parse("d.tsv", MAKER + "x\ty\nten\t1.5\n").rows().getFirst();
    assertThatThrownBy(() -> row.number("x"))
        .hasMessage("d.tsv:5: column 'x' holds no number: 'ten'");
    assertThatThrownBy(() -> row.integer("y"))
        .hasMessage("d.tsv:5: column 'y' holds no integer: '1.5'");
    assertThatThrownBy(() -> row.flag("y"))
        .hasMessage("d.tsv:5: column 'y' holds no truth value: '1.5'");
    assertThatThrownBy(() -> row.text("z")).hasMessage("d.tsv:5: no column 'z' among [x, y]");
  }

  @Test
  void fixturesAreFoundOnTheClassPathAndInFolders() throws IOException {
    assertThat(Fixture.of(FixtureTest.class, "fnv1a.tsv").maker()).containsKey("command");
    assertThatThrownBy(() -> Fixture.of(FixtureTest.class, "none.tsv"))
        .hasMessage("no resource 'none.tsv' beside assay.testkit.FixtureTest on the class path");
    Files.createDirectories(folder.resolve("z"));
    Files.writeString(folder.resolve("z/b.tsv"), MAKER + "x\n1\n");
    Files.writeString(folder.resolve("a.tsv"), MAKER + "x\n2\n");
    Files.writeString(folder.resolve("readme.md"), "no fixture");
    List<Fixture> all = Fixture.readAll(folder);
    assertThat(all)
        .extracting(fixture -> fixture.rows().getFirst().integer("x"))
        .containsExactly(2, 1);
  }
}

package assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import java.util.List;
import java.util.function.Predicate;

/** The reference values in {@code fixtures/}; a set of fewer than five cases is none. */
public final class References {

  private References() {}

  /** All cases of a fixture. */
  public static List<FixtureRow> of(String name) {
    return where(name, row -> true);
  }

  /** The cases that fit. */
  public static List<FixtureRow> where(String name, Predicate<FixtureRow> filter) {
    List<FixtureRow> rows =
        Fixture.of(References.class, "fixtures/" + name).stream().filter(filter).toList();
    assertThat(rows).as("cases in " + name).hasSizeGreaterThanOrEqualTo(5);
    return rows;
  }

  /** A whole number, also one that the maker wrote as {@code 1e+06}. */
  public static long count(FixtureRow row, String column) {
    double number = row.number(column);
    assertThat(number).as("%s %s", row, column).isEqualTo(Math.rint(number));
    return (long) number;
  }
}

package assay.statistics.agreement;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import assay.statistics.Data;
import assay.statistics.Estimate;
import assay.statistics.References;
import assay.testkit.FixtureRow;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Krippendorff's α and its interval against a computation from the matrix of coincidences. */
class AlphaReferenceTest {

  @Test
  void agreesWithNumPy() {
    for (FixtureRow row : References.of("alpha-numpy.tsv")) {
      String name = row.text("what").substring("alpha-".length()).toUpperCase(Locale.ROOT);
      Estimate estimate =
          KrippendorffAlpha.of(
              Data.groups(row, "data"), KrippendorffAlpha.Level.valueOf(name), row.number("level"));
      assertThat(estimate).as("%s", row).isInstanceOf(Estimate.Known.class);
      Estimate.Known alpha = (Estimate.Known) estimate;
      assertNear(alpha.value(), row.number("value"), 1e-11, row);
      assertNear(alpha.interval().lower(), row.number("lower"), 1e-9, row);
      assertNear(alpha.interval().upper(), row.number("upper"), 1e-9, row);
    }
  }
}

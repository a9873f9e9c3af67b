package assay.evaluation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import assay.testkit.Fixture;
import assay.testkit.FixtureRow;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrialIdTest {

  static Stream<FixtureRow> ids() {
    return Fixture.of(TrialIdTest.class, "trial-ids.tsv").stream();
  }

  /** The ids of runs that exist must never change. */
  @ParameterizedTest
  @MethodSource("ids")
  void isTheSameInEveryProcessAndVersion(FixtureRow row) {
    assertThat(
            TrialId.of(
                row.text("benchmark"),
                row.text("split"),
                row.text("sample"),
                row.text("arm"),
                row.text("variant"),
                row.integer("epoch")))
        .isEqualTo(row.text("id"));
  }

  @SeededTest(count = 30)
  void partsDoNotRunIntoEachOther(Generators draw) {
    String text = draw.texts().any().replaceAll("\\p{Cs}", "x") + "12:ab;";
    int cut = draw.between(0, text.length());
    List<String> ids =
        List.of(
            TrialId.of(text, "", "", "", "", 1),
            TrialId.of("", text, "", "", "", 1),
            TrialId.of("", "", text, "", "", 1),
            TrialId.of("", "", "", text, "", 1),
            TrialId.of("", "", "", "", text, 1),
            TrialId.of("", "", "", "", text, 2),
            TrialId.of(text.substring(0, cut), "." + text.substring(cut), "", "", "", 1));
    Set<String> different = new HashSet<>(ids);
    assertThat(different).hasSize(ids.size()).allMatch(id -> id.matches("[0-9a-f]{32}"));
  }
}

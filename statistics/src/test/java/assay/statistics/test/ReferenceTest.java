package assay.statistics.test;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import assay.statistics.Data;
import assay.statistics.Observations;
import assay.statistics.PairedCounts;
import assay.statistics.References;
import assay.statistics.interval.TangoInterval;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.test.WilcoxonSignedRank.Zeros;
import assay.testkit.FixtureRow;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every test against R or SciPy. */
class ReferenceTest {

  private static final BootstrapPlan PLAN = BootstrapPlan.of(1, "reference");

  private static TestResult result(String test, double[][] g) {
    return switch (test) {
      case "wilcoxon_signed_rank", "wilcoxon_signed_rank_exact" ->
          WilcoxonSignedRank.test(g[0], Zeros.DROPPED);
      case "wilcoxon_signed_rank_exact-ranked", "wilcoxon_signed_rank-ranked" ->
          WilcoxonSignedRank.test(g[0], Zeros.RANKED);
      case "mann_whitney", "mann_whitney_exact" -> MannWhitney.test(g[0], g[1]);
      case "sign" -> SignTest.test(g[0]);
      case "paired_t" -> PairedT.test(Observations.of(g[0]));
      case "kolmogorov_smirnov", "kolmogorov_smirnov_exact" -> KolmogorovSmirnov.test(g[0], g[1]);
      case "friedman" -> Friedman.test(g);
      case "friedman_iman_davenport" -> Friedman.imanDavenport(g);
      case "nemenyi" -> NemenyiTest.test(g)[0][1];
      case "conover" -> ConoverTest.test(g)[0][1];
      case "cochran_q" -> CochranQ.test(g);
      case "chi_squared" -> ChiSquaredTest.test(tableOf(g));
      case "fisher_exact" -> {
        long[] v = Data.counts(g[0]);
        yield FisherExact.test(v[0], v[1], v[2], v[3]);
      }
      case "cochran_armitage" -> CochranArmitage.test(Data.counts(g[0]), Data.counts(g[1]), g[2]);
      case "jonckheere_terpstra" -> JonckheereTerpstra.test(g);
      case "mcnemar_clustered" ->
          ClusteredMcNemar.test(Observations.of(g[0]).inClusters(Data.codes(g[1])));
      case "brunner_munzel" -> BrunnerMunzel.test(g[0], g[1]);
      case "paired_permutation_exact" -> PairedPermutation.test(Observations.of(g[0]), PLAN);
      case "permutation_exact" ->
          UnpairedPermutation.test(Observations.of(g[0]), Observations.of(g[1]), PLAN);
      default -> fail("no test is called " + test);
    };
  }

  private static long[][] tableOf(double[][] groups) {
    long[][] table = new long[groups.length][];
    for (int i = 0; i < groups.length; i++) {
      table[i] = Data.counts(groups[i]);
    }
    return table;
  }

  @Test
  void agreesWithRAndSciPy() {
    var cases = new TreeMap<String, Integer>();
    for (String file : new String[] {"tests-r.tsv", "tests-scipy.tsv"}) {
      for (FixtureRow row : References.of(file)) {
        String test = row.text("test");
        TestResult result = result(test, Data.groups(row, "data"));
        assertNear(result.statistic(), row.number("statistic"), 1e-11, row);
        // What the references get by subtraction from 1 has an absolute error.
        assertThat(result.p()).as("%s", row).isCloseTo(row.number("p"), within(row.number("p")));
        assertThat(result.test()).isEqualTo(test.replace("-ranked", ""));
        cases.merge(result.test(), 1, Integer::sum);
      }
    }
    assertThat(cases.values()).allMatch(count -> count >= 5);
    assertThat(cases.keySet())
        .containsAll(Set.of("nemenyi", "paired_permutation_exact", "conover"));
  }

  private static org.assertj.core.data.Offset<Double> within(double p) {
    return org.assertj.core.data.Offset.offset(1e-10 * p + 3e-13);
  }

  @Test
  void agreesOnMargins() {
    for (FixtureRow row : References.of("tango-r.tsv")) {
      long b = References.count(row, "first_only");
      long c = References.count(row, "second_only");
      PairedCounts counts = new PairedCounts(0, b, c, References.count(row, "n") - b - c);
      var interval = TangoInterval.interval(counts, row.number("level"));
      // The reference searches twice, to about 1e-9.
      assertThat(interval.lower()).as("%s", row).isCloseTo(row.number("lower"), near());
      assertThat(interval.upper()).as("%s", row).isCloseTo(row.number("upper"), near());
      assertThat(MarginTest.ofPairedProportions(counts, MarginHypothesis.NON_INFERIORITY, 0.1).p())
          .isCloseTo(row.number("above_minus"), near());
      assertThat(MarginTest.ofPairedProportions(counts, MarginHypothesis.SUPERIORITY, 0.05).p())
          .isCloseTo(row.number("above_plus"), near());
    }
  }

  private static org.assertj.core.data.Offset<Double> near() {
    return org.assertj.core.data.Offset.offset(2e-8);
  }
}

package assay.statistics.calibration;

import assay.statistics.Estimate;
import assay.statistics.Observations;
import assay.statistics.PairedCounts;
import assay.statistics.agreement.CohenKappa;
import assay.statistics.diagnostic.Auroc;
import assay.statistics.diagnostic.Cases;
import assay.statistics.distribution.Quantiles;
import assay.statistics.multiplicity.Correction;
import assay.statistics.multiplicity.MaxT;
import assay.statistics.power.AurocPower;
import assay.statistics.power.KappaPower;
import assay.statistics.power.McNemarPower;
import assay.statistics.power.NormalPower;
import assay.statistics.power.TwoProportionPower;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.test.BrunnerMunzel;
import assay.statistics.test.ChiSquaredTest;
import assay.statistics.test.ClusteredMcNemar;
import assay.statistics.test.CochranArmitage;
import assay.statistics.test.CochranQ;
import assay.statistics.test.FisherExact;
import assay.statistics.test.Friedman;
import assay.statistics.test.JonckheereTerpstra;
import assay.statistics.test.KolmogorovSmirnov;
import assay.statistics.test.MannWhitney;
import assay.statistics.test.MarginHypothesis;
import assay.statistics.test.MarginTest;
import assay.statistics.test.McNemarExact;
import assay.statistics.test.McNemarMidP;
import assay.statistics.test.PairedPermutation;
import assay.statistics.test.PairedT;
import assay.statistics.test.SignTest;
import assay.statistics.test.TestResult;
import assay.statistics.test.UnpairedPermutation;
import assay.statistics.test.WilcoxonSignedRank;
import assay.statistics.test.WilcoxonSignedRank.Zeros;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;

/** How often tests of level 5 % reject: true hypotheses, and false ones. */
final class TestChapters {

  private static final double ALPHA = 0.05;

  private final Simulation simulation;

  TestChapters(Simulation simulation) {
    this.simulation = simulation;
  }

  List<Chapter> all() {
    return List.of(independent(), clustered(), families(), margins(), power());
  }

  /** Other random numbers for other data: one set of exchanges for all would have its own error. */
  private static BootstrapPlan plan(double[] data) {
    return BootstrapPlan.of(Arrays.hashCode(data), "calibration").withResamples(499);
  }

  private static TestResult permutation(Observations differences) {
    return PairedPermutation.test(differences, plan(differences.values()));
  }

  private double[] rates(
      int draws, String name, Map<String, Function<UniformRandomProvider, TestResult>> tests) {
    return simulation.shares(
        draws,
        name,
        source -> {
          boolean[] rejected = new boolean[tests.size()];
          int k = 0;
          for (Function<UniformRandomProvider, TestResult> test : tests.values()) {
            rejected[k++] = test.apply(source).p() <= ALPHA;
          }
          return rejected;
        });
  }

  private static PairedCounts counts(double[] differences) {
    long first = Arrays.stream(differences).filter(d -> d > 0).count();
    long second = Arrays.stream(differences).filter(d -> d < 0).count();
    return new PairedCounts(0, first, second, differences.length - first - second);
  }

  private static Map<String, Function<UniformRandomProvider, TestResult>> nulls(int n) {
    var tests = new LinkedHashMap<String, Function<UniformRandomProvider, TestResult>>();
    tests.put("mcnemar_exact", s -> McNemarExact.test(counts(Draws.differences(s, n, 0.15, 0.15))));
    tests.put("mcnemar_midp", s -> McNemarMidP.test(counts(Draws.differences(s, n, 0.15, 0.15))));
    tests.put("sign", s -> SignTest.test(Draws.normal(s, n, 0, 1)));
    tests.put(
        "wilcoxon_signed_rank",
        s -> WilcoxonSignedRank.test(Draws.normal(s, n, 0, 1), Zeros.DROPPED));
    tests.put(
        "wilcoxon_signed_rank, few values",
        s -> WilcoxonSignedRank.test(graded(s, n), Zeros.RANKED));
    tests.put("paired_t", s -> PairedT.test(Observations.of(graded(s, n))));
    tests.put("paired_permutation", s -> permutation(Observations.of(Draws.normal(s, n, 0, 1))));
    tests.put("mann_whitney", s -> MannWhitney.test(Draws.graded(s, n), Draws.graded(s, n)));
    tests.put(
        "brunner_munzel",
        s -> BrunnerMunzel.test(Draws.normal(s, n, 0, 1), Draws.normal(s, n, 0, 3)));
    tests.put(
        "mann_whitney, unequal spread",
        s -> MannWhitney.test(Draws.normal(s, 3 * n, 0, 1), Draws.normal(s, n, 0, 3)));
    tests.put(
        "permutation",
        s -> {
          double[] first = Draws.exponential(s, n);
          double[] second = Draws.exponential(s, n);
          return UnpairedPermutation.test(
              Observations.of(first), Observations.of(second), plan(first));
        });
    tests.put(
        "kolmogorov_smirnov",
        s -> KolmogorovSmirnov.test(Draws.normal(s, n, 0, 1), Draws.normal(s, n, 0, 1)));
    tests.put("fisher_exact", s -> FisherExact.test(successes(s, n), n, successes(s, n), n));
    tests.put(
        "chi_squared",
        s -> {
          long x = successes(s, n);
          long y = successes(s, n);
          return ChiSquaredTest.test(new long[][] {{x, n - x}, {y, n - y}});
        });
    tests.put("cochran_q", s -> CochranQ.test(table(s, n, true)));
    tests.put("friedman", s -> Friedman.test(table(s, n, false)));
    tests.put("friedman_iman_davenport", s -> Friedman.imanDavenport(table(s, n, false)));
    tests.put(
        "cochran_armitage",
        s ->
            CochranArmitage.test(
                new long[] {successes(s, n), successes(s, n), successes(s, n)},
                new long[] {n, n, n},
                new double[] {1, 2, 3}));
    tests.put(
        "jonckheere_terpstra",
        s ->
            JonckheereTerpstra.test(
                new double[][] {Draws.graded(s, n), Draws.graded(s, n), Draws.graded(s, n)}));
    tests.put(
        "delong",
        s -> {
          Cases first = Draws.cases(s, n, 1);
          return Auroc.compare(first, Draws.cases(s, n, 1), 0.95).test();
        });
    return tests;
  }

  private static double[] graded(UniformRandomProvider source, int n) {
    double[] first = Draws.graded(source, n);
    double[] second = Draws.graded(source, n);
    Arrays.setAll(first, i -> first[i] - second[i]);
    return first;
  }

  private static long successes(UniformRandomProvider source, int n) {
    return Math.round(Arrays.stream(Draws.binary(source, n, 0.4)).sum());
  }

  private static double[][] table(UniformRandomProvider source, int n, boolean binary) {
    double[][] table = new double[n][];
    for (int i = 0; i < n; i++) {
      table[i] = binary ? Draws.binary(source, 4, 0.5) : Draws.normal(source, 4, 0, 1);
    }
    return table;
  }

  private Chapter independent() {
    Chapter chapter =
        Chapter.of(
            "False positives of tests, independent items",
            "Rejections of true hypotheses at level 5 %, n items or n in each group. One row breaks"
                + " what the test asks for and is here to show it: samples of unequal spread and"
                + " size (3n and n) under Mann and Whitney's test.",
            "n = 15",
            "n = 60");
    var tests = nulls(15);
    double[] small = rates(24_000, "null/15", tests);
    double[] large = rates(24_000, "null/60", nulls(60));
    int k = 0;
    for (String name : tests.keySet()) {
      chapter.add(name, small[k], large[k]);
      k++;
    }
    return chapter;
  }

  private Chapter clustered() {
    Chapter chapter =
        Chapter.of(
            "False positives of tests, clustered items",
            "Two systems that are right equally often, each with its own luck in each cluster of"
                + " 10 (intra-cluster correlation 0.3). Tests that take items as independent fail"
                + " here, whatever their fame.",
            "8 clusters",
            "20 clusters",
            "50 clusters");
    var tests = new LinkedHashMap<String, Function<Observations, TestResult>>();
    tests.put("mcnemar_clustered", ClusteredMcNemar::test);
    tests.put("paired_permutation, by clusters", TestChapters::permutation);
    tests.put("paired_t_clustered", PairedT::test);
    tests.put("mcnemar_exact (naive)", d -> McNemarExact.test(counts(d.values())));
    tests.put("mcnemar_midp (naive)", d -> McNemarMidP.test(counts(d.values())));
    tests.put("paired_t (naive)", d -> PairedT.test(d.unclustered()));
    tests.put(
        "wilcoxon_signed_rank (naive)", d -> WilcoxonSignedRank.test(d.values(), Zeros.DROPPED));
    tests.put("paired_permutation (naive)", d -> permutation(d.unclustered()));
    int[] sizes = {8, 20, 50};
    double[][] columns = new double[3][];
    for (int c = 0; c < 3; c++) {
      int clusters = sizes[c];
      columns[c] =
          simulation.shares(
              6000,
              "null/clustered/" + clusters,
              source -> {
                Observations drawn = Draws.clusteredDifferences(source, clusters, true, 0.6, 0.3);
                boolean[] rejected = new boolean[tests.size()];
                int k = 0;
                for (Function<Observations, TestResult> test : tests.values()) {
                  rejected[k++] = test.apply(drawn).p() <= ALPHA;
                }
                return rejected;
              });
    }
    int k = 0;
    for (String name : tests.keySet()) {
      chapter.add(name, columns[0][k], columns[1][k], columns[2][k]);
      k++;
    }
    return chapter;
  }

  /** Ten slices that overlap: each holds a random half of the items. */
  private Chapter families() {
    Chapter chapter =
        Chapter.of(
            "False positives of families",
            "Ten true hypotheses on overlapping slices of 200 items, right or wrong: how often is"
                + " any of them rejected?",
            "any of ten");
    Correction[] corrections = Correction.values();
    double[] shares =
        simulation.shares(
            2000,
            "family",
            source -> {
              double[] d = Draws.differences(source, 200, 0.2, 0.2);
              double[][] units = new double[10][200];
              double[] p = new double[10];
              for (int h = 0; h < 10; h++) {
                double[] in = Draws.binary(source, 200, 0.5);
                for (int i = 0; i < 200; i++) {
                  units[h][i] = in[i] * d[i];
                }
                p[h] = McNemarMidP.test(counts(units[h])).p();
              }
              boolean[] any = new boolean[corrections.length + 1];
              for (int c = 0; c < corrections.length; c++) {
                any[c] = anyBelow(corrections[c].adjusted(p));
              }
              any[corrections.length] = anyBelow(MaxT.adjusted(units, plan(d)));
              return any;
            });
    for (int c = 0; c < corrections.length; c++) {
      chapter.add(corrections[c].id(), shares[c]);
    }
    chapter.add("max-T", shares[corrections.length]);
    return chapter;
  }

  private static boolean anyBelow(double[] p) {
    return Arrays.stream(p).anyMatch(v -> v <= ALPHA);
  }

  private Chapter margins() {
    Chapter chapter =
        Chapter.of(
            "False positives of tests against a margin",
            "True differences that lie at the margin of 0.1, one-sided level 5 %: `tango` on right"
                + " and wrong, `t` on graded scores.",
            "n = 50",
            "n = 200");
    for (MarginHypothesis hypothesis : MarginHypothesis.values()) {
      double truth = hypothesis == MarginHypothesis.SUPERIORITY ? 0.1 : -0.1;
      double[][] columns = new double[2][];
      int[] sizes = {50, 200};
      for (int c = 0; c < 2; c++) {
        int n = sizes[c];
        columns[c] =
            simulation.shares(
                24_000,
                "margin/" + hypothesis + "/" + n,
                source -> {
                  double[] binary =
                      Draws.differences(source, n, 0.15 + truth / 2, 0.15 - truth / 2);
                  double[] scores = graded(source, n);
                  Arrays.setAll(scores, i -> scores[i] + truth);
                  return new boolean[] {
                    MarginTest.ofPairedProportions(counts(binary), hypothesis, 0.1).p() <= ALPHA,
                    MarginTest.ofMean(Observations.of(scores), hypothesis, 0.1).p() <= ALPHA
                  };
                });
      }
      chapter.add(hypothesis.id() + "_tango", columns[0][0], columns[1][0]);
      chapter.add(hypothesis.id() + "_t", columns[0][1], columns[1][1]);
    }
    return chapter;
  }

  /** Designs for 80 % by the formulas, and what is found. */
  private Chapter power() {
    Chapter chapter =
        Chapter.of(
            "Power against the formulas",
            "How often a difference is found, and what the formula says; sample sizes are those"
                + " that the formulas ask for 80 %.",
            "formula",
            "found");
    int pairs = (int) McNemarPower.pairsNeeded(0.1, 0.3, 0.95, 0.8).orElseThrow();
    double mcnemar =
        simulation
            .shares(
                6000,
                "power/mcnemar",
                s ->
                    new boolean[] {
                      McNemarMidP.test(counts(Draws.differences(s, pairs, 0.2, 0.1))).p() <= ALPHA
                    })[0];
    double exact =
        simulation
            .shares(
                6000,
                "power/mcnemar",
                s ->
                    new boolean[] {
                      McNemarExact.test(counts(Draws.differences(s, pairs, 0.2, 0.1))).p() <= ALPHA
                    })[0];
    chapter.add("McNemar, mid-p, " + pairs + " pairs", 0.8, mcnemar);
    chapter.add(
        "McNemar, exact, " + pairs + " pairs",
        McNemarPower.exactTestPower(pairs, 0.1, 0.3, 0.95),
        exact);
    int group = (int) TwoProportionPower.itemsNeeded(0.6, 0.75, 0.95, 0.8).orElseThrow();
    chapter.add(
        "two proportions, " + group + " in each",
        TwoProportionPower.power(group, 0.6, 0.75, 0.95),
        simulation
            .shares(
                6000,
                "power/proportions",
                s -> {
                  long x = Math.round(Arrays.stream(Draws.binary(s, group, 0.6)).sum());
                  long y = Math.round(Arrays.stream(Draws.binary(s, group, 0.75)).sum());
                  long[][] table = {{x, group - x}, {y, group - y}};
                  return new boolean[] {ChiSquaredTest.test(table).p() <= ALPHA};
                })[0]);
    chapter.add(
        "mean difference, 100 items",
        NormalPower.power(0.28, 0.1, 0.95),
        simulation
            .shares(
                6000,
                "power/mean",
                s ->
                    new boolean[] {
                      PairedT.test(Observations.of(Draws.normal(s, 100, 0.28, 1))).p() <= ALPHA
                    })[0]);
    double shift = Math.sqrt(2) * Quantiles.normalUpper(0.2);
    double other = Math.sqrt(2) * Quantiles.normalUpper(0.3);
    chapter.add(
        "two areas of 0.8 and 0.7, different scores, 150 cases",
        AurocPower.power(0.8, 0.7, 50, 100, 0, 0.95),
        simulation
            .shares(
                4000,
                "power/auroc",
                s ->
                    new boolean[] {
                      Auroc.compare(Draws.cases(s, 150, shift), Draws.cases(s, 150, other), 0.95)
                              .test()
                              .p()
                          <= ALPHA
                    })[0]);
    chapter.add(
        "κ of 0.7 against 0.4, 100 items",
        KappaPower.power(100, 0.4, 0.7, 0.3, 0.95),
        simulation
            .shares(
                6000,
                "power/kappa",
                s ->
                    new boolean[] {
                      CohenKappa.of(Draws.table(s, 100, 0.3, 0.7), 0.95) instanceof Estimate.Known k
                          && !k.interval().contains(0.4)
                    })[0]);
    return chapter;
  }
}

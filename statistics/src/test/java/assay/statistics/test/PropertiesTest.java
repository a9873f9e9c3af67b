package assay.statistics.test;

import static assay.statistics.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.statistics.Data;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.PairedCounts;
import assay.statistics.Range;
import assay.statistics.distribution.Hypergeometric;
import assay.statistics.interval.ClusterRobustInterval;
import assay.statistics.interval.TangoInterval;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.test.WilcoxonSignedRank.Zeros;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What must hold of tests whatever the data. */
class PropertiesTest {

  private static final BootstrapPlan PLAN = BootstrapPlan.of(7, "properties").withResamples(2000);

  private static Map<String, Function<double[], TestResult>> paired() {
    var tests = new LinkedHashMap<String, Function<double[], TestResult>>();
    tests.put("sign", SignTest::test);
    tests.put("wilcoxon", d -> WilcoxonSignedRank.test(d, Zeros.DROPPED));
    tests.put("pratt", d -> WilcoxonSignedRank.test(d, Zeros.RANKED));
    tests.put("t", d -> PairedT.test(Observations.of(d)));
    tests.put("permutation", d -> PairedPermutation.test(Observations.of(d), PLAN));
    return tests;
  }

  private static Map<String, BiFunction<double[], double[], TestResult>> unpaired() {
    var tests = new LinkedHashMap<String, BiFunction<double[], double[], TestResult>>();
    tests.put("mann-whitney", MannWhitney::test);
    tests.put("brunner-munzel", BrunnerMunzel::test);
    tests.put("kolmogorov-smirnov", KolmogorovSmirnov::test);
    tests.put(
        "permutation",
        (x, y) -> UnpairedPermutation.test(Observations.of(x), Observations.of(y), PLAN));
    tests.put("jonckheere", (x, y) -> JonckheereTerpstra.test(new double[][] {x, y}));
    return tests;
  }

  @Test
  void pairedTestsForgetOrderAndSide() {
    Random random = new Random(11);
    for (int n : new int[] {0, 1, 2, 5, 20, 45, 70, 200}) {
      for (double[] d : new double[][] {Data.withTies(random, n), Data.normal(random, n)}) {
        paired()
            .forEach(
                (name, test) -> {
                  TestResult result = test.apply(d);
                  String what = name + " of " + n;
                  assertThat(result.p()).as(what).isBetween(0.0, 1.0);
                  TestResult shuffled = test.apply(Data.shuffled(random, d));
                  assertNear(shuffled.p(), result.p(), 1e-11, what);
                  // Drawn exchanges are other ones with other signs.
                  double tolerance = result.test().equals("paired_permutation") ? 0.25 : 1e-11;
                  double mirrored = test.apply(Data.negated(d)).p();
                  assertThat(Math.abs(mirrored - result.p()))
                      .as(what)
                      .isLessThanOrEqualTo(tolerance * result.p() + tolerance / 50);
                });
      }
    }
  }

  @Test
  void nothingToSeeGivesOne() {
    for (double[] d : new double[][] {{}, {0}, {0, 0, 0, 0}}) {
      paired().forEach((name, test) -> assertThat(test.apply(d).p()).as(name).isEqualTo(1));
    }
    double[] equal = {2, 2, 2, 2};
    unpaired()
        .forEach(
            (name, test) -> {
              assertThat(test.apply(equal, equal).p()).as(name).isEqualTo(1);
              assertThat(test.apply(new double[0], equal).p()).as(name).isEqualTo(1);
              assertThat(test.apply(equal, new double[0]).p()).as(name).isEqualTo(1);
              assertThat(test.apply(new double[] {1}, new double[] {1}).p()).as(name).isEqualTo(1);
            });
    assertThat(CochranQ.test(new double[0][0]).p()).isEqualTo(1);
    assertThat(CochranQ.test(new double[][] {{1, 1}, {0, 0}}).p()).isEqualTo(1);
    assertThat(Friedman.test(new double[][] {{1, 1}, {0, 0}}).p()).isEqualTo(1);
    assertThat(Friedman.imanDavenport(new double[][] {{1}, {0}}).p()).isEqualTo(1);
    assertThat(ChiSquaredTest.test(new long[][] {{3, 0}, {5, 0}}).p()).isEqualTo(1);
    assertThat(FisherExact.test(0, 0, 3, 5).p()).isEqualTo(1);
    assertThat(CochranArmitage.test(new long[] {2, 3}, new long[] {2, 3}, new double[] {1, 2}).p())
        .isEqualTo(1);
    assertThat(CochranArmitage.test(new long[] {1, 2}, new long[] {2, 3}, new double[] {1, 1}).p())
        .isEqualTo(1);
    assertThat(ClusteredMcNemar.test(Observations.of(1, 1, 1).inClusters(1, 1, 1)).p())
        .isEqualTo(1);
  }

  @Test
  void unpairedTestsForgetOrderAndSide() {
    Random random = new Random(12);
    int[][] sizes = {{1, 1}, {2, 3}, {8, 8}, {20, 3}, {60, 55}, {120, 130}};
    for (int[] size : sizes) {
      double[] x = Data.withTies(random, size[0]);
      double[] y = Data.normal(random, size[1]);
      double[] z = Data.withTies(random, size[1]);
      for (double[] other : new double[][] {y, z}) {
        unpaired()
            .forEach(
                (name, test) -> {
                  TestResult result = test.apply(x, other);
                  String what = name + " of " + x.length + " and " + other.length;
                  double shuffled =
                      test.apply(Data.shuffled(random, x), Data.shuffled(random, other)).p();
                  assertNear(shuffled, result.p(), 1e-10, what);
                  double swapped = test.apply(other, x).p();
                  double tolerance = result.test().equals("permutation") ? 0.25 : 1e-10;
                  assertThat(Math.abs(swapped - result.p()))
                      .as(what)
                      .isLessThanOrEqualTo(tolerance * result.p() + tolerance / 50);
                });
      }
    }
  }

  @Test
  void perfectSeparationIsStrongButNeverMoreThanTheDataHold() {
    double[] low = {1, 2, 3, 4};
    double[] high = {5, 6, 7, 8};
    assertNear(MannWhitney.test(low, high).p(), 2 / 70.0, "mann-whitney");
    assertNear(BrunnerMunzel.test(low, high).p(), 2 / 70.0, "brunner-munzel");
    assertThat(BrunnerMunzel.test(low, high).statistic()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertNear(KolmogorovSmirnov.test(low, high).p(), 2 / 70.0, "kolmogorov-smirnov");
    TestResult permutation =
        UnpairedPermutation.test(Observations.of(low), Observations.of(high), PLAN);
    assertNear(permutation.p(), 2 / 70.0, "permutation");
    double[] wins = {0.5, 1.5, 2.25, 3, 4};
    assertNear(PairedPermutation.test(Observations.of(wins), PLAN).p(), 2 / 32.0, "paired");
    assertNear(WilcoxonSignedRank.test(wins, Zeros.DROPPED).p(), 2 / 32.0, "wilcoxon");
    assertThat(PairedT.test(Observations.of(1, 1, 1)))
        .isEqualTo(new TestResult("paired_t", Double.POSITIVE_INFINITY, 0));
  }

  @Test
  void permutationOfRightAndWrongIsMcNemarsExactTest() {
    Random random = new Random(13);
    for (int n : new int[] {1, 10, 100, 3000}) {
      double[] first = random.doubles(n).map(u -> u < 0.6 ? 1 : 0).toArray();
      double[] second = random.doubles(n).map(u -> u < 0.5 ? 1 : 0).toArray();
      double[] d = new double[n];
      for (int i = 0; i < n; i++) {
        d[i] = first[i] - second[i];
      }
      TestResult permutation = PairedPermutation.test(Observations.of(d), PLAN);
      assertThat(permutation.test()).isEqualTo("paired_permutation_exact");
      assertNear(
          permutation.p(), McNemarExact.test(PairedCounts.of(first, second)).p(), 1e-10, "n " + n);
      assertNear(SignTest.test(d).p(), permutation.p(), 1e-10, "sign, n " + n);
      TestResult unpaired =
          UnpairedPermutation.test(Observations.of(first), Observations.of(second), PLAN);
      assertThat(unpaired.test()).isEqualTo("permutation_exact");
    }
  }

  /** Two groups of right and wrong answers dealt at random are Fisher's hypergeometric ones. */
  @Test
  void equalGroupsOfRightAndWrongGiveFishersTest() {
    double[] first = {1, 1, 1, 1, 1, 1, 1, 0, 0, 0};
    double[] second = {1, 1, 0, 0, 0, 0, 0, 0, 0, 0};
    assertNear(
        UnpairedPermutation.test(Observations.of(first), Observations.of(second), PLAN).p(),
        FisherExact.test(7, 10, 2, 10).p(),
        1e-9,
        "fisher");
  }

  @Test
  void drawnExchangesComeNearTheExactShare() {
    Random random = new Random(14);
    double[] d = random.doubles(30).map(u -> u - 0.38).toArray();
    double exact = PairedPermutation.test(Observations.of(d), PLAN).p();
    // Four more that are next to nothing push it over the limit of counting.
    double[] more = java.util.Arrays.copyOf(d, 34);
    for (int i = 30; i < 34; i++) {
      more[i] = 1e-9 * (i - 31.5);
    }
    TestResult drawn = PairedPermutation.test(Observations.of(more), PLAN.withResamples(100_000));
    assertThat(drawn.test()).isEqualTo("paired_permutation");
    assertThat(drawn.p()).isBetween(0.9 * exact, 1.1 * exact);
  }

  @Test
  void wholeClustersAreExchanged() {
    double[] d = {1, 1, 1, 1, 1, 1, 1, 1};
    TestResult free = PairedPermutation.test(Observations.of(d), PLAN);
    assertNear(free.p(), 2 / 256.0, "free");
    Observations grouped = Observations.of(d).inClusters(1, 1, 1, 1, 2, 2, 2, 2);
    assertNear(PairedPermutation.test(grouped, PLAN).p(), 2 / 4.0, "grouped");
    assertThat(PairedT.test(grouped.withWeights(1, 2, 1, 1, 1, 1, 1, 1)).test())
        .isEqualTo("paired_t_clustered");
  }

  @Test
  void verdictsOfMarginsAreThoseOfIntervals() {
    Random random = new Random(15);
    for (int round = 0; round < 60; round++) {
      double margin = 0.05 + 0.3 * random.nextDouble();
      double centre = random.nextDouble() - 0.5;
      double[] d = random.doubles(25).map(u -> 0.5 * u - 0.25 + centre).toArray();
      Observations differences = Observations.of(d).inClusters(codes(25, 12));
      Interval interval = new ClusterRobustInterval().interval(differences, Range.UNBOUNDED, 0.9);
      assertThat(MarginTest.ofMean(differences, MarginHypothesis.SUPERIORITY, margin).p() < 0.05)
          .isEqualTo(interval.lower() > margin);
      assertThat(
              MarginTest.ofMean(differences, MarginHypothesis.NON_INFERIORITY, margin).p() < 0.05)
          .isEqualTo(interval.lower() > -margin);
      assertThat(MarginTest.ofMean(differences, MarginHypothesis.EQUIVALENCE, margin).p() < 0.05)
          .isEqualTo(interval.lower() > -margin && interval.upper() < margin);
      PairedCounts counts =
          new PairedCounts(20, random.nextInt(30), random.nextInt(30), random.nextInt(200));
      Interval tango = TangoInterval.interval(counts, 0.9);
      assertThat(
              MarginTest.ofPairedProportions(counts, MarginHypothesis.EQUIVALENCE, margin).p()
                  < 0.05)
          .isEqualTo(tango.lower() > -margin && tango.upper() < margin);
    }
  }

  @Test
  void verdictsOfMarginsAreThoseOfIntervalsForConstantSamplesToo() {
    Range range = new Range(-1, 1);
    for (double c : new double[] {0, 0.2, -0.3, 1, -1}) {
      for (int n = 2; n < 200; n += 13) {
        double[] d = new double[n];
        java.util.Arrays.fill(d, c);
        Observations differences = Observations.of(d).inClusters(codes(n, Math.max(2, n / 3)));
        for (MarginHypothesis hypothesis : MarginHypothesis.values()) {
          double p = MarginTest.ofMean(differences, range, hypothesis, 0.05).p();
          assertThat(p).isBetween(0.0, 1.0);
          for (double alpha : new double[] {0.001, 0.025, 0.05, 0.2}) {
            Interval interval =
                new ClusterRobustInterval().interval(differences, range, 1 - 2 * alpha);
            boolean shown =
                switch (hypothesis) {
                  case SUPERIORITY -> interval.lower() > 0.05;
                  case NON_INFERIORITY -> interval.lower() > -0.05;
                  case EQUIVALENCE -> interval.lower() > -0.05 && interval.upper() < 0.05;
                };
            assertThat(p < alpha).as("%s %s %s %s", c, n, hypothesis, alpha).isEqualTo(shown);
          }
        }
      }
    }
    // Two equal systems on two samples are no evidence; nor on many, where nothing bounds a sample.
    assertThat(
            MarginTest.ofMean(Observations.of(0, 0), range, MarginHypothesis.EQUIVALENCE, 0.05).p())
        .isCloseTo(0.95 * 0.95, org.assertj.core.api.Assertions.within(1e-15));
    assertThat(MarginTest.ofMean(Observations.of(0, 0), MarginHypothesis.NON_INFERIORITY, 0.05).p())
        .isEqualTo(1);
  }

  @Test
  void distributionsThatHardlyDifferAreNotApart() {
    double[] values = new double[100_000];
    java.util.Arrays.setAll(values, i -> i);
    assertThat(KolmogorovSmirnov.test(values, values).p()).isEqualTo(1);
    double[] shifted = java.util.Arrays.stream(values).map(v -> v + 0.5).toArray();
    assertThat(KolmogorovSmirnov.test(values, shifted).p()).isEqualTo(1);
    double before = 1;
    for (int shift = 1; shift < 3000; shift += 11) {
      double by = shift;
      double p =
          KolmogorovSmirnov.test(
                  java.util.Arrays.copyOf(values, 5000),
                  java.util.stream.IntStream.range(0, 5000).mapToDouble(i -> i + by).toArray())
              .p();
      assertThat(p).isBetween(0.0, before);
      before = p;
    }
  }

  @Test
  void offsetsChangeNoPermutation() {
    BootstrapPlan plan = BootstrapPlan.of(3, "offset").withResamples(1000);
    double[] first = {1, 5, 4, 7, 6};
    double[] second = {3, 1, 2, 2};
    double p = UnpairedPermutation.test(Observations.of(first), Observations.of(second), plan).p();
    for (double offset : new double[] {1, 1e6, 1e13}) {
      Observations far =
          Observations.of(java.util.Arrays.stream(first).map(v -> v + offset).toArray());
      Observations near =
          Observations.of(java.util.Arrays.stream(second).map(v -> v + offset).toArray());
      assertThat(UnpairedPermutation.test(far, near, plan).p()).as("%s", offset).isEqualTo(p);
    }
    assertThat(p).isBetween(0.01, 0.1);
  }

  @Test
  void fishersTestOfHugeTablesAgreesWithSciPy() {
    // SciPy 1.17.1: scipy.stats.fisher_exact([[x1, n1 - x1], [x2, n2 - x2]]).pvalue
    long[][] tables = {
      {30_000_000, 100_000_000, 30_010_000, 100_000_000},
      {5, 100_000_000, 20, 100_000_000},
      {70_000, 1_000_000_000, 71_000, 1_100_000_000},
      {500, 1000, 100_000, 200_500}
    };
    double[] expected = {
      0.12287791724825832, 0.004077312996911126, 2.3675149469273035e-52, 0.9494562900796919
    };
    for (int i = 0; i < tables.length; i++) {
      long[] t = tables[i];
      assertNear(FisherExact.test(t[0], t[1], t[2], t[3]).p(), expected[i], 1e-7, i);
    }
  }

  @Test
  void fishersTestIsTheSumOfWhatIsNoMoreLikely() {
    Random random = new Random(19);
    for (int round = 0; round < 300; round++) {
      int n1 = random.nextInt(40);
      int n2 = random.nextInt(40);
      int x1 = random.nextInt(n1 + 1);
      int x2 = random.nextInt(n2 + 1);
      Hypergeometric cell = Hypergeometric.of(n1 + n2, x1 + x2, n1);
      double p = 0;
      for (int k = cell.least(); k <= cell.most(); k++) {
        boolean counts = cell.probability(k) <= cell.probability(x1) * (1 + 1e-7);
        p += counts ? cell.probability(k) : 0;
      }
      assertNear(FisherExact.test(x1, n1, x2, n2).p(), Math.min(1, p), 1e-11, x1);
    }
  }

  private static int[] codes(int n, int clusters) {
    int[] codes = new int[n];
    java.util.Arrays.setAll(codes, i -> i % clusters);
    return codes;
  }

  @Test
  void tangosIntervalIsMirroredAndHoldsTheDifference() {
    for (long b = 0; b < 12; b++) {
      for (long c = 0; c < 12; c++) {
        PairedCounts counts = new PairedCounts(3, b, c, 9);
        Interval interval = TangoInterval.interval(counts, 0.95);
        Interval mirrored = TangoInterval.interval(counts.swapped(), 0.95);
        assertThat(mirrored.lower()).isEqualTo(-interval.upper());
        assertThat(interval.contains(((double) b - c) / counts.n())).isTrue();
        assertThat(interval.width()).isPositive();
        assertThat(interval.contains(TangoInterval.interval(counts, 0.8))).isTrue();
      }
    }
    assertThat(TangoInterval.interval(new PairedCounts(0, 0, 0, 0), 0.95))
        .isEqualTo(new Interval(-1, 1, 0.95, "tango"));
  }

  /** χ² of 45.7 and 4.75, as printed, are p &lt; 0.001 and p = 0.03. */
  @Test
  void agreesWithPrintedChiSquares() {
    assertThat(assay.statistics.distribution.Quantiles.chiSquaredSurvival(45.7, 1))
        .isLessThan(0.001);
    assertThat(assay.statistics.distribution.Quantiles.chiSquaredSurvival(4.75, 1))
        .isBetween(0.025, 0.035);
  }

  /** Demšar 2006, table 5: 2.343 for three systems, 3.164 for ten, times √2. */
  @Test
  void nemenyisDistanceIsThePrintedOne() {
    double root = Math.sqrt(3 * 4 / (6.0 * 10));
    assertThat(NemenyiTest.criticalDifference(3, 10, 0.95) / root).isBetween(2.3425, 2.3445);
    double wide = Math.sqrt(10 * 11 / (6.0 * 10));
    assertThat(NemenyiTest.criticalDifference(10, 10, 0.95) / wide).isBetween(3.1635, 3.1645);
  }

  @Test
  void refusesWhatItCannotUse() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignTest.test(new double[] {1, Double.NaN}))
        .withMessage("differences[1] is NaN; expected a finite number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CochranQ.test(new double[][] {{1, 0}, {1, 0.5}}))
        .withMessage("scores[1][1] is 0.5; expected 0 or 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Friedman.test(new double[][] {{1, 0}, {1}}))
        .withMessage("scores[0] has 2 elements and scores[1] has 1; expected as many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MarginTest.ofMean(Observations.of(1, 2), MarginHypothesis.EQUIVALENCE, 0))
        .withMessage("margin 0.0 is outside (0, Infinity)");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MarginTest.ofPairedProportions(
                    new PairedCounts(1, 1, 1, 1), MarginHypothesis.SUPERIORITY, 5))
        .withMessage("margin 5.0 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusteredMcNemar.test(Observations.of(2)))
        .withMessage("values[0] 2.0 is outside [-1.0, 1.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FisherExact.test(3, 2, 1, 4))
        .withMessage("successes 3 is outside [0, 2]");
  }
}

package assay.statistics.calibration;

import assay.statistics.Observations;
import assay.statistics.multiplicity.Correction;
import assay.statistics.resampling.BootstrapPlan;
import assay.statistics.test.ConoverTest;
import assay.statistics.test.KolmogorovSmirnov;
import assay.statistics.test.MarginHypothesis;
import assay.statistics.test.MarginTest;
import assay.statistics.test.NemenyiTest;
import assay.statistics.test.TestResult;
import assay.statistics.test.UnpairedPermutation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** False positives of comparisons of many systems, of large samples, of groups in clusters. */
record LevelChapter(Simulation simulation) {

  static final String MANY = "False positives of comparisons of many systems";
  static final String CLUSTERS = "False positives against a margin and of groups, clustered items";

  private static final double ALPHA = 0.05;

  List<Chapter> all() {
    return List.of(many(), clusters());
  }

  private static boolean any(TestResult[][] pairs, Correction correction) {
    List<Double> p = new ArrayList<>();
    for (int i = 0; i < pairs.length; i++) {
      for (int j = 0; j < i; j++) {
        p.add(pairs[i][j].p());
      }
    }
    double[] adjusted = correction.adjusted(p.stream().mapToDouble(Double::doubleValue).toArray());
    return Arrays.stream(adjusted).anyMatch(v -> v <= ALPHA);
  }

  private Chapter many() {
    Chapter chapter =
        Chapter.of(
            MANY,
            "Five systems that are alike on n items, scores normal or in quarters: is any pair told"
                + " apart? `conover` is not adjusted for their number by itself: one pair, and any"
                + " of ten with Holm's correction. `kolmogorov_smirnov` in its limiting form, two"
                + " groups of 8n normal values (beyond 10,000 pairs).",
            "n = 15",
            "n = 60");
    List<double[]> columns = new ArrayList<>();
    for (int n : new int[] {15, 60}) {
      columns.add(
          simulation.shares(
              4000,
              "many/" + n,
              source -> {
                double[][] normal = new double[n][];
                double[][] graded = new double[n][];
                for (int i = 0; i < n; i++) {
                  normal[i] = Draws.normal(source, 5, 0, 1);
                  graded[i] = Draws.graded(source, 5);
                }
                TestResult[][] conover = ConoverTest.test(normal);
                return new boolean[] {
                  any(NemenyiTest.test(normal), Correction.NONE),
                  any(NemenyiTest.test(graded), Correction.NONE),
                  conover[0][1].p() <= ALPHA,
                  any(conover, Correction.HOLM),
                  any(ConoverTest.test(graded), Correction.HOLM),
                  KolmogorovSmirnov.test(
                              Draws.normal(source, 8 * n, 0, 1), Draws.normal(source, 8 * n, 0, 1))
                          .p()
                      <= ALPHA
                };
              }));
    }
    chapter.addColumns(
        List.of(
            "nemenyi, normal",
            "nemenyi, quarters",
            "conover, one pair",
            "conover by Holm, normal",
            "conover by Holm, quarters",
            "kolmogorov_smirnov, limit"),
        columns);
    return chapter;
  }

  private Chapter clusters() {
    Chapter chapter =
        Chapter.of(
            CLUSTERS,
            "True differences at the margin of 0.1, of right and wrong in clusters of 10, or of 1,"
                + " 5, 10 and 24 in turn (uneven), ρ = 0.3, one-sided level 5 %; and two groups of"
                + " so many clusters each, right equally often, two-sided.",
            "20 clusters",
            "50 clusters",
            "20 uneven",
            "50 uneven");
    List<double[]> columns = new ArrayList<>();
    for (boolean even : new boolean[] {true, false}) {
      for (int clusters : new int[] {20, 50}) {
        columns.add(
            simulation.shares(
                4000,
                "margin/clustered/" + clusters + "/" + even,
                source -> rejected(source, clusters, even)));
      }
    }
    chapter.addColumns(
        List.of(
            "superiority_t, by clusters",
            "non_inferiority_t, by clusters",
            "equivalence_t, by clusters",
            "non_inferiority_t (naive)",
            "permutation, by clusters",
            "permutation (naive)"),
        columns);
    return chapter;
  }

  private static boolean[] rejected(UniformRandomProvider source, int clusters, boolean even) {
    Observations d = Draws.clusteredDifferences(source, clusters, even, 0.6, 0.3);
    Observations above = shifted(d, 0.1);
    Observations below = shifted(d, -0.1);
    Observations first = group(source, clusters, even);
    Observations second = group(source, clusters, even);
    BootstrapPlan plan =
        BootstrapPlan.of(Arrays.hashCode(first.values()), "calibration").withResamples(499);
    return new boolean[] {
      rejects(MarginTest.ofMean(above, MarginHypothesis.SUPERIORITY, 0.1)),
      rejects(MarginTest.ofMean(below, MarginHypothesis.NON_INFERIORITY, 0.1)),
      rejects(MarginTest.ofMean(below, MarginHypothesis.EQUIVALENCE, 0.1)),
      rejects(MarginTest.ofMean(below.unclustered(), MarginHypothesis.NON_INFERIORITY, 0.1)),
      rejects(UnpairedPermutation.test(first, second, plan)),
      rejects(UnpairedPermutation.test(first.unclustered(), second.unclustered(), plan))
    };
  }

  private static boolean rejects(TestResult result) {
    return result.p() <= ALPHA;
  }

  private static Observations group(UniformRandomProvider source, int clusters, boolean even) {
    ClusteredDesign.Shape shape = even ? ClusteredDesign.Shape.EVEN : ClusteredDesign.Shape.UNEVEN;
    return new ClusteredDesign(clusters, 10, 0.3, shape).draw(0.6, source);
  }

  /** The same clusters, all differences moved. */
  private static Observations shifted(Observations differences, double by) {
    double[] values = differences.values();
    Arrays.setAll(values, i -> values[i] + by);
    return Observations.of(values).inClusters(codes(differences));
  }

  private static int[] codes(Observations differences) {
    int[] codes = new int[differences.n()];
    int[] one = new int[1];
    int next = 0;
    for (int g = 0; g < differences.clusterCount(); g++) {
      one[0] = g;
      for (int k = differences.ofClusters(one).n(); k > 0; k--) {
        codes[next++] = g;
      }
    }
    return codes;
  }
}

package assay.statistics.calibration;

import assay.statistics.diagnostic.Auroc;
import assay.statistics.diagnostic.Cases;
import assay.statistics.diagnostic.MultiReaderStudy;
import assay.statistics.distribution.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Areas of readers compared: on the same cases, in clusters of cases, by several readers. */
record ReaderChapter(Simulation simulation) {

  static final String INTERVALS = "A difference of two areas";
  static final String CLUSTERS = "A difference of two areas, cases in clusters";
  static final String STUDIES = "A difference of two areas, several readers";
  static final String TESTS = "False positives of comparisons of areas";

  private static final int DRAWS = 3000;
  private static final double LEVEL = 0.95;
  private static final double ALPHA = 0.05;
  private static final double OF_PATIENT = 0.4;

  List<Chapter> all() {
    Chapter intervals =
        Chapter.of(
            INTERVALS,
            "Two readers of the same cases, a third of them positive, whose scores share half of"
                + " their variance; areas of (0.8, 0.8) and (0.9, 0.75).",
            "equal, n = 60",
            "n = 150",
            "n = 400",
            "unequal, n = 60",
            "n = 150",
            "n = 400");
    List<double[]> columns = new ArrayList<>();
    for (double[] areas : new double[][] {{0.8, 0.8}, {0.9, 0.75}}) {
      for (int n : new int[] {60, 150, 400}) {
        columns.add(
            simulation.shares(
                DRAWS,
                "readers/" + areas[0] + "/" + n,
                source -> {
                  Auroc.Comparison c = compared(source, n, areas[0], areas[1]);
                  return new boolean[] {Held.of(c.difference(), areas[0] - areas[1])};
                }));
      }
    }
    intervals.addColumns(List.of("delong"), columns);
    return List.of(intervals, clustered(), studies(), tests());
  }

  private static double shift(double area) {
    return Math.sqrt(2) * Quantiles.normalUpper(1 - area);
  }

  private static Auroc.Comparison compared(
      UniformRandomProvider source, int n, double first, double second) {
    double[] own = Draws.normal(source, n, 0, Math.sqrt(0.5));
    boolean[] positive = new boolean[n];
    for (int i = 0; i < n; i++) {
      positive[i] = i % 3 == 0;
    }
    return Auroc.compare(
        read(source, own, positive, shift(first)),
        read(source, own, positive, shift(second)),
        LEVEL);
  }

  private static Cases read(
      UniformRandomProvider source, double[] own, boolean[] positive, double shift) {
    double[] scores = Draws.normal(source, own.length, 0, Math.sqrt(0.5));
    Arrays.setAll(scores, i -> scores[i] + own[i] + (positive[i] ? shift : 0));
    return Cases.of(scores, positive);
  }

  /**
   * Five cases a patient, positive with the patient's own probability; two fifths of a score's
   * variance are the patient's, for each reader by itself, so that differences are alike in a
   * patient too.
   */
  private static Cases[] patients(UniformRandomProvider source, int patients) {
    int n = 5 * patients;
    boolean[] positive = new boolean[n];
    int[] codes = new int[n];
    for (int g = 0; g < patients; g++) {
      double p = source.nextDouble();
      for (int i = 5 * g; i < 5 * g + 5; i++) {
        codes[i] = g;
        positive[i] = source.nextDouble() < p;
      }
    }
    Cases[] readers = new Cases[2];
    for (int r = 0; r < 2; r++) {
      double[] ofPatient = Draws.normal(source, patients, 0, Math.sqrt(OF_PATIENT));
      double[] scores = Draws.normal(source, n, 0, Math.sqrt(1 - OF_PATIENT));
      for (int i = 0; i < n; i++) {
        scores[i] += ofPatient[codes[i]] + (positive[i] ? shift(0.8) : 0);
      }
      readers[r] = Cases.of(scores, positive).inClusters(codes);
    }
    return readers;
  }

  private static Cases alone(Cases cases) {
    return Cases.of(cases.scores(), cases.truth());
  }

  private Chapter clustered() {
    Chapter chapter =
        Chapter.of(
            CLUSTERS,
            "Patients with five cases each, equal areas of 0.8, scores alike within a patient;"
                + " `delong` with clusters, and as if there were none. The area itself is of one of"
                + " the readers, on the logit scale.",
            "20 patients",
            "50 patients",
            "150 patients");
    List<double[]> columns = new ArrayList<>();
    for (int patients : new int[] {20, 50, 150}) {
      columns.add(
          simulation.shares(
              DRAWS,
              "patients/" + patients,
              source -> {
                Cases[] r = patients(source, patients);
                return new boolean[] {
                  Held.of(Auroc.of(r[0], LEVEL), 0.8),
                  Held.of(Auroc.compare(r[0], r[1], LEVEL).difference(), 0),
                  Held.of(Auroc.compare(alone(r[0]), alone(r[1]), LEVEL).difference(), 0)
                };
              }));
    }
    chapter.addColumns(
        List.of("an area, delong-logit", "delong", "delong, clusters ignored (naive)"), columns);
    return chapter;
  }

  /** Readers of one population, each with a skill of its own and one for each modality. */
  private static MultiReaderStudy study(UniformRandomProvider source, int readers, int n) {
    double[] own = Draws.normal(source, n, 0, Math.sqrt(0.3));
    double[] skill = Draws.normal(source, readers, shift(0.8), 0.3);
    boolean[] positive = new boolean[n];
    for (int i = 0; i < n; i++) {
      positive[i] = i % 2 == 0;
    }
    List<List<Cases>> modalities = new ArrayList<>();
    for (int m = 0; m < 2; m++) {
      double[] ofModality = Draws.normal(source, n, 0, Math.sqrt(0.2));
      double[] both = new double[n];
      Arrays.setAll(both, i -> own[i] + ofModality[i]);
      double[] moved = Draws.normal(source, readers, 0, 0.2);
      List<Cases> read = new ArrayList<>();
      for (int r = 0; r < readers; r++) {
        read.add(read(source, both, positive, skill[r] + moved[r]));
      }
      modalities.add(read);
    }
    return MultiReaderStudy.of(modalities);
  }

  private Chapter studies() {
    Chapter chapter =
        Chapter.of(
            STUDIES,
            "Two modalities without a difference for readers like these, each with skills of its"
                + " own; `obuchowski-rockette`.",
            "3 readers, 60 cases",
            "5, 60",
            "5, 200",
            "10, 100");
    List<double[]> columns = new ArrayList<>();
    for (int[] design : new int[][] {{3, 60}, {5, 60}, {5, 200}, {10, 100}}) {
      columns.add(
          simulation.shares(
              2000,
              "study/" + design[0] + "/" + design[1],
              source -> {
                MultiReaderStudy study = study(source, design[0], design[1]);
                return new boolean[] {study.difference(0, 1, LEVEL).contains(0)};
              }));
    }
    chapter.addColumns(List.of("obuchowski-rockette"), columns);
    return chapter;
  }

  private Chapter tests() {
    Chapter chapter =
        Chapter.of(
            TESTS,
            "Two readers with areas of 0.8 on the same cases, on five cases of each patient, and"
                + " two modalities by five readers, as above. Columns: 60 cases, 20 patients, 60"
                + " cases; 200 cases, 50 patients, 200 cases.",
            "few",
            "more");
    List<double[]> columns = new ArrayList<>();
    for (boolean few : new boolean[] {true, false}) {
      columns.add(
          simulation.shares(
              DRAWS,
              "readers/null/" + few,
              source -> {
                Cases[] r = patients(source, few ? 20 : 50);
                return new boolean[] {
                  compared(source, few ? 60 : 200, 0.8, 0.8).test().p() <= ALPHA,
                  Auroc.compare(r[0], r[1], LEVEL).test().p() <= ALPHA,
                  Auroc.compare(alone(r[0]), alone(r[1]), LEVEL).test().p() <= ALPHA,
                  study(source, 5, few ? 60 : 200).test().p() <= ALPHA
                };
              }));
    }
    chapter.addColumns(
        List.of("delong, paired", "delong, by clusters", "delong (naive)", "obuchowski-rockette"),
        columns);
    return chapter;
  }
}

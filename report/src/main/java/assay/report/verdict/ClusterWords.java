package assay.report.verdict;

import assay.evaluation.comparison.Comparison;
import assay.evaluation.estimate.FewClusters;
import assay.report.table.Figures;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** In how many clusters the questions of comparisons lie, in words. */
final class ClusterWords {

  private ClusterWords() {}

  /** Of one comparison, or of several; empty where no questions lie in clusters. */
  static Optional<String> of(List<Comparison> comparisons) {
    IntSummaryStatistics clusters =
        comparisons.stream()
            .map(one -> one.overall().contrast().clusters())
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .summaryStatistics();
    if (clusters.getCount() == 0) {
      return Optional.empty();
    }
    boolean alike = clusters.getMin() == clusters.getMax();
    return Optional.of(
        "The questions lie in "
            + (alike
                ? Figures.counted(clusters.getMin(), "cluster", "clusters")
                : Figures.count(clusters.getMin())
                    + " to "
                    + Figures.counted(clusters.getMax(), "cluster", "clusters"))
            + " (of one patient, image or family), "
            + (clusters.getMax() == 1 ? "which is taken as a whole." : "which are taken as wholes.")
            + (FewClusters.are(clusters.getMin()) ? " " + FewClusters.WARNING : ""));
  }
}

package assay.evaluation.difference;

import assay.evaluation.item.Item;
import assay.evaluation.item.Items;
import assay.evaluation.store.RunFile;
import assay.evaluation.store.SnapshotRows;
import java.util.function.Predicate;

/**
 * One of two runs that are compared.
 *
 * @param file the run
 * @param items its items, under the rules wanted
 * @param wanted which of them
 */
public record RunComparison(RunFile file, Items items, Predicate<Item> wanted) {

  /** What each cause explains of the gap between this run and another. */
  public RunDifference with(RunComparison other) {
    boolean same =
        SnapshotRows.benchmarkYaml(file).equals(SnapshotRows.benchmarkYaml(other.file()))
            && SnapshotRows.hashes(file).equals(SnapshotRows.hashes(other.file()));
    return RunDifference.of(
        Side.of(file, items, wanted), Side.of(other.file(), other.items(), other.wanted()), same);
  }
}

package assay.datasets.sample;

import assay.core.AssayException;
import assay.core.ProblemReport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the rows of a split from its first to its last. A file that cannot be read to its
 * end is a problem, and the next one follows.
 */
final class RowWalk implements AutoCloseable {

  private final PlacedRows rows;
  private final ProblemReport problems;
  private boolean whole = true;

  RowWalk(PlacedRows rows, ProblemReport problems) {
    this.rows = rows;
    this.problems = problems;
  }

  /**
   * What is made of the next row that something is made of, or null after the last.
   *
   * @param maker gives null where nothing is made of a row
   */
  <T> @Nullable T next(Function<PlacedRow, @Nullable T> maker) {
    while (true) {
      try {
        if (!rows.hasNext()) {
          return null;
        }
        T made = maker.apply(rows.next());
        if (made != null) {
          return made;
        }
      } catch (AssayException e) {
        problems.addAll(e);
        whole = false;
      }
    }
  }

  /** Whether every file was read to its end, as far as the rows were gone through. */
  boolean isWhole() {
    return whole;
  }

  @Override
  public void close() {
    rows.close();
  }
}

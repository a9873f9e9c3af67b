package assay.datasets.format;

import assay.core.ProblemReport;
import assay.core.data.Row;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one record after the other. What is wrong goes into the report, and reading goes on behind
 * it where that is possible, so that a file's problems can be told together.
 */
interface RecordReader extends Closeable {

  /**
   * The next good record, or null at the end.
   *
   * @throws IOException if the bytes cannot be had
   */
  @Nullable Row read(ProblemReport problems) throws IOException;
}

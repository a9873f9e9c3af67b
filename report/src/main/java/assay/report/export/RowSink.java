package assay.report.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of an export. */
interface RowSink {

  /** Takes one row; one cell a column. */
  void write(List<@Nullable Object> cells) throws IOException;

  /** Brings the file to its end; without it the file is not whole. */
  void finish() throws IOException;

  /** Lets go of everything. */
  void release() throws IOException;
}

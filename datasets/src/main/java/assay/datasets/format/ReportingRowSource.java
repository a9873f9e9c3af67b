package assay.datasets.format;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Row;
import assay.core.data.RowSource;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a reader. At the first problem the rest of the file is read for further ones, and all
 * of them are thrown at once; the same exception is thrown at every later call.
 */
final class ReportingRowSource implements RowSource {

  private final String file;
  private final RecordReader reader;
  private final @Nullable DecodedText text;
  private final ProblemReport problems = new ProblemReport();
  private @Nullable Row next;
  private @Nullable AssayException failure;
  private boolean ended;

  /**
   * @param text the text beneath the reader, whose faults of encoding are problems too; or null
   */
  ReportingRowSource(String file, RecordReader reader, @Nullable DecodedText text) {
    this.file = file;
    this.reader = reader;
    this.text = text;
  }

  @Override
  public boolean hasNext() {
    if (failure != null) {
      throw failure;
    }
    if (next == null && !ended) {
      Row row = read();
      ended = row == null;
      if (!problems.isEmpty() || (text != null && text.isFaulty())) {
        failure = gatherTheRest();
        throw failure;
      }
      next = row;
    }
    return next != null;
  }

  @Override
  public Row next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("no more records in " + file);
    }
    Row row = next;
    next = null;
    return row;
  }

  private @Nullable Row read() {
    try {
      return reader.read(problems);
    } catch (IOException e) {
      problems.add(Faults.of(e, file));
      return null;
    }
  }

  private AssayException gatherTheRest() {
    while (!ended) {
      ended = read() == null;
    }
    ProblemReport all = new ProblemReport();
    if (text != null) {
      text.reportFaults(all);
    }
    problems.problems().forEach(all::add);
    return new AssayException(AssayException.Category.DATA, all.problems());
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw AssayException.data(Problem.of("cannot be closed: " + e.getMessage()).at(file));
    }
    next = null;
    ended = true;
  }
}

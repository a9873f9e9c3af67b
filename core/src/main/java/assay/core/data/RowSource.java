package assay.core.data;

import java.util.Iterator;

/**
 * The records of a file in order, one at a time; memory does not grow with the file. {@code next}
 * and {@code hasNext} throw an {@link assay.core.AssayException} where a record cannot be read,
 * with file, line and field.
 */
public interface RowSource extends Iterator<Row>, AutoCloseable {
  @Override
  void close();
}

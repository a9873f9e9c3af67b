/**
 * Declared column types and SQL over rows. Files are read in {@code format}; what rows mean is
 * settled in {@code sample}.
 */
@NullMarked
package assay.datasets.table;

import org.jspecify.annotations.NullMarked;

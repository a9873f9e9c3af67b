/**
 * Plain-text tables for terminals: columns, widths, wrapping. Knows nothing of what the cells mean.
 */
@NullMarked
package assay.report.table;

import org.jspecify.annotations.NullMarked;

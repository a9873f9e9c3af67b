/**
 * Rows read from table files, a second and at which memory, beside Python's readers. Files are made
 * here, the same at every run.
 */
@NullMarked
package assay.perf.rows;

import org.jspecify.annotations.NullMarked;

/**
 * Runs as tables for other programs: JSON Lines, CSV, Parquet; one row a trial × extractor ×
 * scorer.
 */
@NullMarked
package assay.report.export;

import org.jspecify.annotations.NullMarked;

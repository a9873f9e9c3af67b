/**
 * DuckDB as Assay uses it: embedded, in memory, confined to the files it is opened for, and its
 * values as rows have them. What is asked of it lies in {@code format} (Parquet) and {@code table}
 * (SQL).
 */
@NullMarked
package assay.datasets.duckdb;

import org.jspecify.annotations.NullMarked;

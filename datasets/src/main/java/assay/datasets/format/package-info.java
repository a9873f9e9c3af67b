/**
 * Readers of file formats: JSON, JSON Lines, CSV, TSV, Parquet and workbooks, plain or compressed,
 * as streams of rows with places for messages. What rows mean, SQL over them, and media lie in
 * sister packages.
 */
@NullMarked
package assay.datasets.format;

import org.jspecify.annotations.NullMarked;

package assay.datasets.sample;

import assay.core.data.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row and where it belongs.
 *
 * @param row the row
 * @param subset the subset that holds it; null where the benchmark has none, or none fits
 * @param position 0-based place among the rows read
 */
record PlacedRow(Row row, @Nullable String subset, long position) {}

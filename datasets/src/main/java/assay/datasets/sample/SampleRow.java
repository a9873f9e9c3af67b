package assay.datasets.sample;

import assay.core.Sample;
import assay.core.data.Row;

/**
 * A sample and the row that it was made of.
 *
 * @param sample the sample
 * @param row the row, with the columns that the file's name gave
 * @param position 0-based place among the samples of the split
 */
public record SampleRow(Sample sample, Row row, long position) {}

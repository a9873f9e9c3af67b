/**
 * A {@code benchmark.yaml} as records: what it says of itself, where its data lie, how a row
 * becomes a sample, how recorded answers are joined; its schema; and where benchmarks are found.
 * The records only say what is to be done; files are opened and rules applied in {@code sample} and
 * {@code recording}.
 */
@NullMarked
package assay.datasets.definition;

import org.jspecify.annotations.NullMarked;

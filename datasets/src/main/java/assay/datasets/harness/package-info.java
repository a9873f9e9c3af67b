/**
 * Logs that other evaluation programs wrote, one line of question, answer and verdict each: knows
 * the programs' formats by content, reads them as streams, and joins them to the samples of a
 * benchmark or makes a benchmark of them. What a reply says is read elsewhere.
 */
@NullMarked
package assay.datasets.harness;

import org.jspecify.annotations.NullMarked;

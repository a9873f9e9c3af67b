/**
 * Reads YAML into a plain tree that knows its lines, and takes the tree apart so that every fault
 * of a file is told at once. No types but text, numbers, truth values, lists and maps; no anchors,
 * no tags. What the keys of a {@code benchmark.yaml} mean is known to the package {@code
 * definition}.
 */
@NullMarked
package assay.datasets.yaml;

import org.jspecify.annotations.NullMarked;

/**
 * From a benchmark's own files to samples: {@code benchmark.yaml}, file formats, rows, integrity.
 * Nothing here asks a model or scores an answer.
 */
@NullMarked
package assay.datasets;

import org.jspecify.annotations.NullMarked;

/**
 * Replies read a second: each extractor on one core, measured by JMH, and whole runs scored again.
 */
@NullMarked
package assay.perf.scoring;

import org.jspecify.annotations.NullMarked;

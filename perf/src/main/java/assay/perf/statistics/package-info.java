/** What the arithmetic of comparisons takes, beside what SciPy and others take on the same data. */
@NullMarked
package assay.perf.statistics;

import org.jspecify.annotations.NullMarked;

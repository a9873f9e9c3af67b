/**
 * Benchmarks of speed that a person runs, comparing with what a user would pick instead. No test
 * lives here.
 */
@NullMarked
package assay.perf;

import org.jspecify.annotations.NullMarked;

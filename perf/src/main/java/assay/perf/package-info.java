/**
 * Benchmarks of speed that a person runs, by {@code ./perf/measure}, comparing with what a user
 * would pick instead; this package puts them together into {@code docs/performance.md}. What is
 * measured lives in the packages below. No test lives here.
 */
@NullMarked
package assay.perf;

import org.jspecify.annotations.NullMarked;

/**
 * Measuring whole processes: wall time, processor time, resident memory, medians over rounds in
 * which programs take turns, and the Markdown in which it is told. What is measured, and with what
 * arguments, lives in the packages beside this one.
 */
@NullMarked
package assay.perf.kit;

import org.jspecify.annotations.NullMarked;

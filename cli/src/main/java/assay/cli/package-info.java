/**
 * The {@code assay} command: the only place that wires rooms together, writes to standard output
 * and decides the exit code. Measurement lives in the rooms, not here.
 */
@NullMarked
package assay.cli;

import org.jspecify.annotations.NullMarked;

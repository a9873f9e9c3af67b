/**
 * What the process says of itself: its version, and the exit codes by which it ends. Which outcome
 * has which code is decided where the outcome is known.
 */
@NullMarked
package assay.cli.process;

import org.jspecify.annotations.NullMarked;

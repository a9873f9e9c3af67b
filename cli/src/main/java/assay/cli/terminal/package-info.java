/**
 * The two streams that people see: results on standard output, everything else on standard error.
 */
@NullMarked
package assay.cli.terminal;

import org.jspecify.annotations.NullMarked;

/** The subcommands, one class each: options in, wiring called, results printed. */
@NullMarked
package assay.cli.command;

import org.jspecify.annotations.NullMarked;

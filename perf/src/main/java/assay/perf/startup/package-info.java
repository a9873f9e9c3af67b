/** How long the command takes to start. */
@NullMarked
package assay.perf.startup;

import org.jspecify.annotations.NullMarked;

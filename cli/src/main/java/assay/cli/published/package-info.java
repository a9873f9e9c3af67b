/** Reads printed tables as they were printed. What arithmetic says of them is in evaluation. */
@NullMarked
package assay.cli.published;

import org.jspecify.annotations.NullMarked;

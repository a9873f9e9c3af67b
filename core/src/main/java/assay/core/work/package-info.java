/**
 * Work that goes on beside other work, for every room alike. What the work is lives with whoever
 * needs it.
 */
@NullMarked
package assay.core.work;

import org.jspecify.annotations.NullMarked;

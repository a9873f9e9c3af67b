/**
 * Rows as they stand in files, before they mean anything, and where bytes of media come from and go
 * to. Readers of formats live in the room {@code datasets}.
 */
@NullMarked
package assay.core.data;

import org.jspecify.annotations.NullMarked;

/**
 * Simulated patients whose truth is known exactly, the questions about them, and a reader that
 * really looks at the pixels.
 */
@NullMarked
package assay.phantoms;

import org.jspecify.annotations.NullMarked;

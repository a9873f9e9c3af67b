/**
 * Turns a scene into the pixels of an 8-bit grey image: tissue by tissue in Hounsfield-like units,
 * then blur, noise and the display curve, then marker and scale bar. No font, no colour profile and
 * no arithmetic that differs between machines.
 */
@NullMarked
package assay.phantoms.paint;

import org.jspecify.annotations.NullMarked;

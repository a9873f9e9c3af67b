/**
 * What a phantom is made of, in millimetres and Hounsfield-like units: body, lungs, vessels,
 * lesions, and how they are drawn by lot. The exact truth; no pixels here.
 */
@NullMarked
package assay.phantoms.scene;

import org.jspecify.annotations.NullMarked;

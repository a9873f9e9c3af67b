/**
 * Whether a run of recorded answers gives the figures that others stated for them. What must come
 * out is read elsewhere; how it is shown, too.
 */
@NullMarked
package assay.evaluation.reproduction;

import org.jspecify.annotations.NullMarked;

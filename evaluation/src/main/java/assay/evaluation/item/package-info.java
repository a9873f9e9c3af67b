/**
 * Single trials as people look at them: what was asked, what came back, what was read, whether it
 * counts as right.
 */
@NullMarked
package assay.evaluation.item;

import org.jspecify.annotations.NullMarked;

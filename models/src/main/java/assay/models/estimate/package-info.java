/**
 * What a run will probably cost before it is made: tokens of text and pictures, prices. Rules of
 * thumb with stated errors; what a run did cost is in its replies.
 */
@NullMarked
package assay.models.estimate;

import org.jspecify.annotations.NullMarked;

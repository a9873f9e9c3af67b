/**
 * Readers with known flaws, which answer without an endpoint. They see the target; the same trial
 * always gets the same answer.
 */
@NullMarked
package assay.models.reference;

import org.jspecify.annotations.NullMarked;

/**
 * Many comparisons at once: p-values adjusted so that an error rate holds for a whole family,
 * intervals that hold together, and families by name. The tests themselves are in {@link
 * assay.statistics.test}.
 */
@NullMarked
package assay.statistics.multiplicity;

import org.jspecify.annotations.NullMarked;

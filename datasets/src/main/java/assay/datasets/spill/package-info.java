/**
 * Records that may be too many for the memory: kept in order and by key, in memory while they are
 * few and beyond that in a private temporary file. What a record holds is its owner's business.
 */
@NullMarked
package assay.datasets.spill;

import org.jspecify.annotations.NullMarked;

/**
 * Functions of outcomes: exact sums that can be computed in parts and merged in any order.
 * Intervals and tests live in the room {@code statistics}.
 */
@NullMarked
package assay.reading.metric;

import org.jspecify.annotations.NullMarked;

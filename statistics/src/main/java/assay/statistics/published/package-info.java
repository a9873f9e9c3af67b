/**
 * Arithmetic on printed numbers: whether a table of a paper can be what it says. Numbers are read
 * with the decimals they were printed with, so that rounding is never taken for an error. No
 * reading of files here.
 */
@NullMarked
package assay.statistics.published;

import org.jspecify.annotations.NullMarked;

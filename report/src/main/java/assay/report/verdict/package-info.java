/**
 * Comparisons, claims and checks of printed tables, put before people and machines: the verdict in
 * a sentence first, the numbers after it. Nothing is decided here.
 */
@NullMarked
package assay.report.verdict;

import org.jspecify.annotations.NullMarked;

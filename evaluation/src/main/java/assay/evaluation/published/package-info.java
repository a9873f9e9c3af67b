/**
 * Tables of papers, held against arithmetic: whether printed numbers can be, and what follows from
 * them. The arithmetic of one number lives in {@code assay.statistics.published}; how tables are
 * read is the command's, how findings are told {@code report}'s.
 */
@NullMarked
package assay.evaluation.published;

import org.jspecify.annotations.NullMarked;

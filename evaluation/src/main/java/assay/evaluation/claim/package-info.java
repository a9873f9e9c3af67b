/**
 * Statements that are fixed before the data are seen, and what the data say of them: supported,
 * refuted, undecided. How a claim file is written is read by the command, how findings are put into
 * words is in {@code report}.
 */
@NullMarked
package assay.evaluation.claim;

import org.jspecify.annotations.NullMarked;

/**
 * Two readers or more on the same samples: outcomes are paired sample by sample, what cannot be
 * paired is counted and bounded, and the differences become verdicts. The tests and intervals live
 * in the room {@code statistics}, how verdicts are put into words in {@code report}.
 */
@NullMarked
package assay.evaluation.comparison;

import org.jspecify.annotations.NullMarked;

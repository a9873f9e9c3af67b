/**
 * From rows to samples: finds the files of a split, streams their rows, makes samples of them by
 * the definition's rules, and checks a split as a whole, so that every problem is told at once.
 */
@NullMarked
package assay.datasets.sample;

import org.jspecify.annotations.NullMarked;

/**
 * Measures of a whole set of answers that are no mean over its answers: BLEU of a corpus, CIDEr.
 * They take the texts themselves, in any order, and their parts can be counted apart and merged.
 */
@NullMarked
package assay.reading.corpus;

import org.jspecify.annotations.NullMarked;

/**
 * The default rule, put together from one reader for each kind of answer and from what they share:
 * values that a reply marks as its answer, words that announce an answer, options named by key or
 * by text. It never guesses. The rule for several letters, which shares them, stands here too.
 */
@NullMarked
package assay.reading.extractor.layered;

import org.jspecify.annotations.NullMarked;

/**
 * How alike two texts are: the measures themselves as functions of words, n-grams and common
 * subsequences, each after the software whose name it bears. Which of them are scorers, and what
 * they do with several references, is said in {@code scorer} and {@code corpus}.
 */
@NullMarked
package assay.reading.similarity;

import org.jspecify.annotations.NullMarked;

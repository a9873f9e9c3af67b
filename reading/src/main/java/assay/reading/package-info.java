/**
 * From a reply to a score: extractors, scorers, text normalisation, and metrics over scores.
 * Nothing here calls a model or opens a file.
 */
@NullMarked
package assay.reading;

import org.jspecify.annotations.NullMarked;

/**
 * The reader that really looks: from the pixels of an image and the words of a question to an
 * answer, by thresholds, connected parts and measurement. It knows neither scenes nor painter, nor
 * anything else of how a picture came to be.
 */
@NullMarked
package assay.phantoms.reader;

import org.jspecify.annotations.NullMarked;

/**
 * The rules that read replies, one class each, with its source cited. The default rule is put
 * together in {@code layered}.
 */
@NullMarked
package assay.reading.extractor;

import org.jspecify.annotations.NullMarked;

/**
 * From bytes to pixels to what a reader sees: decoding, re-encoding, and the record of each
 * transform. Which image belongs to which question is not known here.
 */
@NullMarked
package assay.imaging;

import org.jspecify.annotations.NullMarked;

/**
 * What an image file says of itself, read without decoding a pixel: format, size, frames, depth,
 * colour, orientation; and whether the file is whole. Pixels are not touched here.
 */
@NullMarked
package assay.imaging.header;

import org.jspecify.annotations.NullMarked;

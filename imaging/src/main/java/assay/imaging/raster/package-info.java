/**
 * Pixels: decoding them by ImageIO and TwelveMonkeys, bringing them to 8 bits of grey or colour,
 * turning, shrinking and writing them. What a reader accepts is not known here.
 */
@NullMarked
package assay.imaging.raster;

import org.jspecify.annotations.NullMarked;

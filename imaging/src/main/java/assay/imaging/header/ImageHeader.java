package assay.imaging.header;

import assay.core.AssayException;
import assay.core.Problem;

/**
 * What a file says of its picture. Enough for estimates of size and tokens without decoding.
 *
 * @param format told by the file's first bytes
 * @param width in pixels, as stored, at least 1
 * @param height in pixels, as stored, at least 1
 * @param frames pictures in the file, at least 1
 * @param bits bits a sample, the largest where they differ
 * @param colour how samples are to be seen
 * @param alpha whether there is transparency
 * @param orientation EXIF or TIFF orientation, 1 (upright) to 8
 * @param profile whether the file brings a colour profile
 * @param ordinary whether decoders at large read it as it is: false for four inks, arithmetic or
 *     lossless coding of JPEG, and for samples of more than 8 bits
 */
public record ImageHeader(
    ImageFormat format,
    int width,
    int height,
    int frames,
    int bits,
    Colour colour,
    boolean alpha,
    int orientation,
    boolean profile,
    boolean ordinary) {

  /** Width times height. */
  public long pixels() {
    return (long) width * height;
  }

  /** Whether the orientation exchanges width and height when it is applied. */
  public boolean turned() {
    return orientation >= 5;
  }

  /**
   * Reads the header.
   *
   * @param name the file, for messages
   * @throws AssayException if the bytes are none of {@link ImageFormat}, or the header is cut or
   *     contradicts itself
   */
  public static ImageHeader read(byte[] bytes, String name) {
    if (bytes.length == 0) {
      throw AssayException.data(
          Problem.of("the file is empty")
              .at(name)
              .expected("an image: PNG, JPEG, GIF, BMP, TIFF or WebP"));
    }
    ImageFormat format =
        ImageFormat.detect(bytes)
            .orElseThrow(
                () ->
                    AssayException.data(
                        Problem.of("not an image that can be read; it starts " + start(bytes))
                            .at(name)
                            .expected("an image: PNG, JPEG, GIF, BMP, TIFF or WebP")));
    Octets octets = new Octets(bytes, format, name);
    return switch (format) {
      case PNG -> new PngFile(octets).header();
      case JPEG -> new JpegFile(octets).header();
      case GIF -> new GifFile(octets).header();
      case BMP -> new BmpFile(octets).header();
      case TIFF -> new TiffFile(octets).header();
      case WEBP -> new WebpFile(octets).header();
    };
  }

  private static String start(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(8, bytes.length); i++) {
      text.append(i == 0 ? "" : " ").append(Character.forDigit((bytes[i] >> 4) & 0xF, 16));
      text.append(Character.forDigit(bytes[i] & 0xF, 16));
    }
    return text.toString();
  }
}

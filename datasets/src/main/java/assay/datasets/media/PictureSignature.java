package assay.datasets.media;

import java.util.Arrays;
import java.util.Optional;

/** What kind of picture bytes are, by their first few. */
public enum PictureSignature {
  PNG("image/png", "89504e470d0a1a0a"),
  JPEG("image/jpeg", "ffd8ff"),
  GIF("image/gif", "47494638"),
  BMP("image/bmp", "424d"),
  TIFF("image/tiff", "49492a00", "4d4d002a", "49492b00", "4d4d002b"),
  /** WebP: RIFF, four bytes of length, WEBP. */
  WEBP("image/webp", "52494646........57454250"),
  JPEG_2000("image/jp2", "0000000c6a502020", "ff4fff51"),
  /** DICOM: 128 bytes of preamble, then DICM. */
  DICOM("application/dicom", "........".repeat(32) + "4449434d"),
  NIFTI("application/x-nifti", "5c010000", "0000015c", "1c020000", "0000021c"),
  GZIP("application/gzip", "1f8b");

  private final String mime;
  private final String patterns;

  /**
   * @param patterns first bytes in hexadecimal; two dots stand for any byte
   */
  PictureSignature(String mime, String... patterns) {
    this.mime = mime;
    this.patterns = String.join(" ", patterns);
  }

  /** The media type. */
  public String mime() {
    return mime;
  }

  /** The kind of a picture, or nothing where the bytes begin like none that is known. */
  public static Optional<PictureSignature> of(byte[] bytes) {
    return Arrays.stream(values()).filter(kind -> kind.fits(bytes)).findFirst();
  }

  private boolean fits(byte[] bytes) {
    return Arrays.stream(patterns.split(" ")).anyMatch(pattern -> fits(bytes, pattern));
  }

  private static boolean fits(byte[] bytes, String pattern) {
    int length = pattern.length() / 2;
    if (bytes.length < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (pattern.charAt(2 * i) == '.') {
        continue;
      }
      if ((bytes[i] & 0xff) != Integer.parseInt(pattern.substring(2 * i, 2 * i + 2), 16)) {
        return false;
      }
    }
    return true;
  }
}

package assay.imaging.header;

import java.util.Arrays;
import java.util.Optional;

/** The formats that are read, told by a file's first bytes; its name's ending plays no part. */
public enum ImageFormat {
  PNG("png", "image/png"),
  JPEG("jpeg", "image/jpeg"),
  GIF("gif", "image/gif"),
  BMP("bmp", "image/bmp"),
  TIFF("tiff", "image/tiff"),
  WEBP("webp", "image/webp");

  private static final int[] PNG_MAGIC = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
  private static final int[] JPEG_MAGIC = {0xFF, 0xD8, 0xFF};
  private static final int[] GIF_MAGIC = {'G', 'I', 'F', '8'};
  private static final int[] BMP_MAGIC = {'B', 'M'};
  private static final int[] TIFF_LITTLE = {'I', 'I', 42, 0};
  private static final int[] TIFF_BIG = {'M', 'M', 0, 42};
  private static final int[] BIG_TIFF_LITTLE = {'I', 'I', 43, 0};
  private static final int[] BIG_TIFF_BIG = {'M', 'M', 0, 43};
  private static final int[] RIFF = {'R', 'I', 'F', 'F'};
  private static final int[] WEBP_MAGIC = {'W', 'E', 'B', 'P'};

  private final String id;
  private final String mime;

  ImageFormat(String id, String mime) {
    this.id = id;
    this.mime = mime;
  }

  /** The format's name in files and messages, for example {@code jpeg}. */
  public String id() {
    return id;
  }

  /** The media type, for example {@code image/jpeg}. */
  public String mime() {
    return mime;
  }

  /** The format with this {@link #id()}, or empty where there is none. */
  public static Optional<ImageFormat> byId(String id) {
    return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
  }

  /** The format that the first bytes tell, or empty where they tell none of these. */
  public static Optional<ImageFormat> detect(byte[] bytes) {
    if (starts(bytes, 0, PNG_MAGIC)) {
      return Optional.of(PNG);
    }
    if (starts(bytes, 0, JPEG_MAGIC)) {
      return Optional.of(JPEG);
    }
    if (starts(bytes, 0, GIF_MAGIC)) {
      return Optional.of(GIF);
    }
    if (starts(bytes, 0, TIFF_LITTLE)
        || starts(bytes, 0, TIFF_BIG)
        || starts(bytes, 0, BIG_TIFF_LITTLE)
        || starts(bytes, 0, BIG_TIFF_BIG)) {
      return Optional.of(TIFF);
    }
    if (starts(bytes, 0, RIFF) && starts(bytes, 8, WEBP_MAGIC)) {
      return Optional.of(WEBP);
    }
    if (starts(bytes, 0, BMP_MAGIC)) {
      return Optional.of(BMP);
    }
    return Optional.empty();
  }

  private static boolean starts(byte[] bytes, int from, int[] magic) {
    if (bytes.length < from + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[from + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}

package assay.imaging.header;

/** JPEG (ITU-T T.81) in its JFIF, EXIF and Adobe dress: header, and whether the file is whole. */
final class JpegFile {

  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int JFIF = 0xE0;
  private static final int EXIF = 0xE1;
  private static final int PROFILE = 0xE2;
  private static final int ADOBE = 0xEE;
  private static final int NONE = -1;

  private final Octets octets;

  JpegFile(Octets octets) {
    this.octets = octets;
  }

  /** What stands before the frame header, and where that lies. */
  private record Prelude(
      long frame, int marker, int orientation, boolean profile, boolean jfif, int adobe) {}

  ImageHeader header() {
    Prelude prelude = prelude();
    long at = prelude.frame();
    int bits = octets.u8(at + 4);
    int height = octets.side(octets.u16(at + 5, false), "height", at + 5);
    int width = octets.side(octets.u16(at + 7, false), "width", at + 7);
    int components = octets.u8(at + 9);
    Colour colour =
        switch (components) {
          case 1 -> Colour.GREY;
          case 3 -> Colour.RGB;
          case 4 -> Colour.CMYK;
          default -> throw octets.fault(at + 9, components + " components");
        };
    boolean huffmanSequentialOrProgressive = prelude.marker() <= 0xC2;
    return new ImageHeader(
        ImageFormat.JPEG,
        width,
        height,
        1,
        bits,
        colour,
        false,
        prelude.orientation(),
        prelude.profile(),
        huffmanSequentialOrProgressive && bits == 8 && colour != Colour.CMYK);
  }

  JpegComponents components() {
    Prelude prelude = prelude();
    long at = prelude.frame();
    boolean adobe = prelude.adobe() != NONE;
    int transform = prelude.adobe();
    return switch (octets.u8(at + 9)) {
      case 1 -> JpegComponents.GREY;
      case 3 -> {
        boolean named =
            octets.u8(at + 10) == 'R' && octets.u8(at + 13) == 'G' && octets.u8(at + 16) == 'B';
        boolean plain = !prelude.jfif() && (adobe ? transform == 0 : named);
        yield plain ? JpegComponents.RGB : JpegComponents.YCBCR;
      }
      case 4 -> {
        if (!adobe) {
          yield JpegComponents.CMYK;
        }
        yield transform == 2 ? JpegComponents.INVERTED_YCCK : JpegComponents.INVERTED_CMYK;
      }
      default -> throw octets.fault(at + 9, octets.u8(at + 9) + " components");
    };
  }

  private Prelude prelude() {
    int orientation = 1;
    boolean profile = false;
    boolean jfif = false;
    int adobe = NONE;
    long at = 2;
    while (true) {
      at = skipFill(at);
      int marker = octets.u8(at + 1);
      if (marker == END || marker == SCAN) {
        throw octets.fault(at, "no frame header before the picture");
      }
      if (standsAlone(marker)) {
        at += 2;
        continue;
      }
      int length = segment(at);
      if (isFrame(marker)) {
        return new Prelude(at, marker, orientation, profile, jfif, adobe);
      }
      if (marker == EXIF && octets.has(at + 4, "Exif\0\0")) {
        orientation = Exif.orientation(octets, at + 10);
      }
      if (marker == ADOBE && length >= 14 && octets.has(at + 4, "Adobe")) {
        adobe = octets.u8(at + 15);
      }
      jfif |= marker == JFIF && octets.has(at + 4, "JFIF\0");
      profile |= marker == PROFILE && octets.has(at + 4, "ICC_PROFILE\0");
      at += 2 + length;
    }
  }

  /**
   * Walks every segment and the coded scans between them to the end of the picture.
   *
   * @return bytes that follow the end of the picture
   */
  long requireWhole() {
    long at = 2;
    boolean scanned = false;
    while (true) {
      at = skipFill(at);
      int marker = octets.u8(at + 1);
      if (marker == END) {
        if (!scanned) {
          throw octets.fault(at, "the end comes before any scan");
        }
        return octets.size() - (at + 2);
      }
      if (standsAlone(marker)) {
        at += 2;
        continue;
      }
      at += 2 + segment(at);
      if (marker == SCAN) {
        scanned = true;
        at = afterCodedData(at);
      }
    }
  }

  private long afterCodedData(long from) {
    byte[] bytes = octets.array();
    for (int i = (int) from; i + 1 < bytes.length; i++) {
      if (bytes[i] != (byte) 0xFF) {
        continue;
      }
      int next = bytes[i + 1] & 0xFF;
      boolean coded = next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
      if (!coded) {
        return i;
      }
    }
    throw octets.truncated(bytes.length, 2);
  }

  private long skipFill(long at) {
    if (octets.u8(at) != 0xFF) {
      throw octets.fault(at, "no marker where a segment begins");
    }
    long marker = at;
    while (octets.u8(marker + 1) == 0xFF) {
      marker++;
    }
    return marker;
  }

  private int segment(long at) {
    int length = octets.u16(at + 2, false);
    if (length < 2) {
      throw octets.fault(at + 2, "a segment of length " + length);
    }
    octets.need(at + 2, length);
    return length;
  }

  private static boolean standsAlone(int marker) {
    return marker == START || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }
}

package assay.imaging.header;

/** WebP (RFC 9649): header of the lossy, lossless and extended forms. */
final class WebpFile {

  private static final int FIRST_CHUNK = 12;

  private final Octets octets;

  WebpFile(Octets octets) {
    this.octets = octets;
  }

  ImageHeader header() {
    long declared = octets.u32(4, true);
    octets.need(8, declared);
    long data = FIRST_CHUNK + 8;
    return switch (octets.ascii(FIRST_CHUNK, 4)) {
      case "VP8 " -> {
        if (octets.u24Little(data + 3) != 0x2A019D) {
          throw octets.fault(data + 3, "no start code of a key frame");
        }
        int width = octets.u16(data + 6, true) & 0x3FFF;
        int height = octets.u16(data + 8, true) & 0x3FFF;
        yield header(width, height, data + 6, false);
      }
      case "VP8L" -> {
        if (octets.u8(data) != 0x2F) {
          throw octets.fault(data, "no signature of lossless coding");
        }
        long packed = octets.u32(data + 1, true);
        int width = (int) (packed & 0x3FFF) + 1;
        int height = (int) (packed >> 14 & 0x3FFF) + 1;
        yield header(width, height, data + 1, (packed >> 28 & 1) != 0);
      }
      case "VP8X" -> extended(data, 8 + declared);
      default -> throw octets.fault(FIRST_CHUNK, "an unknown first chunk");
    };
  }

  private ImageHeader header(int width, int height, long at, boolean alpha) {
    return new ImageHeader(
        ImageFormat.WEBP,
        octets.side(width, "width", at),
        octets.side(height, "height", at),
        1,
        8,
        Colour.RGB,
        alpha,
        1,
        false,
        true);
  }

  private ImageHeader extended(long data, long end) {
    int flags = octets.u8(data);
    int width = octets.u24Little(data + 4) + 1;
    int height = octets.u24Little(data + 7) + 1;
    int frames = 0;
    int orientation = 1;
    long at = FIRST_CHUNK;
    while (at + 8 <= end) {
      long length = octets.u32(at + 4, true);
      octets.need(at + 8, length);
      switch (octets.ascii(at, 4)) {
        case "ANMF" -> frames++;
        case "EXIF" ->
            orientation =
                Exif.orientation(octets, octets.has(at + 8, "Exif\0\0") ? at + 14 : at + 8);
        default -> {}
      }
      at += 8 + length + (length & 1);
    }
    return new ImageHeader(
        ImageFormat.WEBP,
        width,
        height,
        Math.max(1, frames),
        8,
        Colour.RGB,
        (flags & 0x10) != 0,
        orientation,
        (flags & 0x20) != 0,
        (flags & 0x02) == 0);
  }
}

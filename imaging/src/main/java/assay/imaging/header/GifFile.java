package assay.imaging.header;

import org.jspecify.annotations.Nullable;

/** Graphics Interchange Format 87a and 89a: header, frames, and where the first one lies. */
final class GifFile {

  private final Octets octets;

  GifFile(Octets octets) {
    this.octets = octets;
  }

  private record Frames(Placement first, int count, boolean transparent) {}

  ImageHeader header() {
    String version = octets.ascii(3, 3);
    if (!version.equals("87a") && !version.equals("89a")) {
      throw octets.fault(3, "version " + octets.u8(3) + ", " + octets.u8(4) + ", " + octets.u8(5));
    }
    Frames frames = frames();
    Placement first = frames.first();
    // The screen that the header states, widened where the first frame reaches beyond it.
    int width = Math.max(octets.u16(6, true), first.left() + first.width());
    int height = Math.max(octets.u16(8, true), first.top() + first.height());
    return new ImageHeader(
        ImageFormat.GIF,
        width,
        height,
        frames.count(),
        8,
        Colour.PALETTE,
        frames.transparent() || !first.equals(new Placement(0, 0, width, height)),
        1,
        false,
        true);
  }

  /** Where the first frame lies on the canvas. */
  Placement firstFrame() {
    return frames().first();
  }

  private Frames frames() {
    long at = 13 + colours(octets.u8(10));
    @Nullable Placement first = null;
    int count = 0;
    boolean transparent = false;
    while (at < octets.size()) {
      int block = octets.u8(at);
      if (block == 0x3B) {
        break;
      }
      if (block == 0x2C) {
        if (first == null) {
          first =
              new Placement(
                  octets.u16(at + 1, true),
                  octets.u16(at + 3, true),
                  octets.side(octets.u16(at + 5, true), "width", at + 5),
                  octets.side(octets.u16(at + 7, true), "height", at + 7));
        }
        count++;
        at = afterSubBlocks(at + 11 + colours(octets.u8(at + 9)));
      } else if (block == 0x21) {
        boolean control = octets.u8(at + 1) == 0xF9;
        if (control && first == null) {
          transparent = (octets.u8(at + 3) & 1) != 0;
        }
        at = afterSubBlocks(at + 2);
      } else {
        throw octets.fault(at, "no block begins with " + block);
      }
    }
    if (first == null) {
      throw octets.truncated(at, 1);
    }
    return new Frames(first, count, transparent);
  }

  private static long colours(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1);
  }

  private long afterSubBlocks(long from) {
    long at = from;
    while (true) {
      int length = octets.u8(at);
      if (length == 0) {
        return at + 1;
      }
      octets.need(at + 1, length);
      at += 1 + length;
    }
  }
}

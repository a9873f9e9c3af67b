package assay.imaging.header;

/** Windows and OS/2 bitmaps. */
final class BmpFile {

  private static final int INFO = 14;

  private final Octets octets;

  BmpFile(Octets octets) {
    this.octets = octets;
  }

  ImageHeader header() {
    long size = octets.u32(INFO, true);
    if (size != 12 && (size < 16 || size > 256)) {
      throw octets.fault(INFO, "an information header of " + size + " bytes");
    }
    boolean core = size == 12;
    int width = core ? octets.u16(INFO + 4, true) : (int) octets.u32(INFO + 4, true);
    int height = core ? octets.u16(INFO + 6, true) : (int) octets.u32(INFO + 8, true);
    int bits = octets.u16(INFO + (core ? 10 : 14), true);
    if (bits != 1
        && bits != 2
        && bits != 4
        && bits != 8
        && bits != 16
        && bits != 24
        && bits != 32) {
      throw octets.fault(INFO + 14, bits + " bits a pixel");
    }
    // A negative height says that the rows run downwards.
    long rows = Math.abs((long) height);
    long compression = core || size < 20 ? 0 : octets.u32(INFO + 16, true);
    if (compression == 0) {
      long stride = Math.ceilDiv((long) width * bits, 32) * 4;
      octets.side(width, "width", INFO + 4);
      octets.need(octets.u32(10, true), stride * rows);
    }
    return new ImageHeader(
        ImageFormat.BMP,
        octets.side(width, "width", INFO + 4),
        octets.side(rows, "height", INFO + 8),
        1,
        8,
        bits <= 8 ? Colour.PALETTE : Colour.RGB,
        bits == 32 && size >= 56 && octets.u32(INFO + 52, true) != 0,
        1,
        false,
        true);
  }
}

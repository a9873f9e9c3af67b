package assay.imaging.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Portable Network Graphics, third edition (W3C, 2025): header, and whether the file is whole. */
final class PngFile {

  private static final int FIRST_CHUNK = 8;
  private static final Set<Integer> DEPTHS = Set.of(1, 2, 4, 8, 16);

  private final Octets octets;

  PngFile(Octets octets) {
    this.octets = octets;
  }

  private record Chunk(String type, long at, long length) {
    long data() {
      return at + 8;
    }

    long end() {
      return at + 12 + length;
    }
  }

  private Chunk chunk(long at) {
    long length = octets.u32(at, false);
    String type = octets.ascii(at + 4, 4);
    octets.need(at + 8, length + 4);
    return new Chunk(type, at, length);
  }

  ImageHeader header() {
    Chunk first = chunk(FIRST_CHUNK);
    if (!first.type().equals("IHDR") || first.length() != 13) {
      throw octets.fault(FIRST_CHUNK, "no IHDR of 13 bytes at the start");
    }
    int width = octets.side(octets.u32(first.data(), false), "width", first.data());
    int height = octets.side(octets.u32(first.data() + 4, false), "height", first.data() + 4);
    int bits = octets.u8(first.data() + 8);
    int type = octets.u8(first.data() + 9);
    boolean paletteOrGrey = type == 0 || type == 3;
    if (!DEPTHS.contains(bits)
        || (type == 3 && bits == 16)
        || (!paletteOrGrey && bits < 8)
        || !Set.of(0, 2, 3, 4, 6).contains(type)) {
      throw octets.fault(first.data() + 8, "bit depth " + bits + " with colour type " + type);
    }
    if (octets.u8(first.data() + 10) != 0
        || octets.u8(first.data() + 11) != 0
        || octets.u8(first.data() + 12) > 1) {
      throw octets.fault(first.data() + 10, "unknown compression, filter or interlace method");
    }
    boolean alpha = type == 4 || type == 6;
    boolean profile = false;
    int frames = 1;
    int orientation = 1;
    Chunk chunk = first;
    while (!chunk.type().equals("IDAT") && !chunk.type().equals("IEND")) {
      chunk = chunk(chunk.end());
      switch (chunk.type()) {
        case "tRNS" -> alpha = true;
        case "iCCP" -> profile = true;
        case "acTL" -> frames = Math.clamp(octets.u32(chunk.data(), false), 1, Integer.MAX_VALUE);
        case "eXIf" -> orientation = Exif.orientation(octets, chunk.data());
        default -> {}
      }
    }
    Colour colour =
        switch (type) {
          case 0, 4 -> Colour.GREY;
          case 3 -> Colour.PALETTE;
          default -> Colour.RGB;
        };
    return new ImageHeader(
        ImageFormat.PNG,
        width,
        height,
        frames,
        bits,
        colour,
        alpha,
        orientation,
        profile,
        bits <= 8);
  }

  /**
   * Walks every chunk: checksums, order, and the length of the inflated picture.
   *
   * @return bytes that follow the end of the picture
   */
  long requireWhole(ImageHeader header) {
    List<Chunk> data = new ArrayList<>();
    boolean palette = false;
    Chunk chunk = chunk(FIRST_CHUNK);
    while (true) {
      requireChecksum(chunk);
      switch (chunk.type()) {
        case "IDAT" -> data.add(chunk);
        case "PLTE" -> palette = true;
        default -> {}
      }
      if (chunk.type().equals("IEND")) {
        break;
      }
      chunk = chunk(chunk.end());
    }
    if (data.isEmpty()) {
      throw octets.fault(chunk.at(), "the end comes before any IDAT");
    }
    if (header.colour() == Colour.PALETTE && !palette) {
      throw octets.fault(data.getFirst().at(), "a palette picture without PLTE");
    }
    requireInflated(data, expectedBytes(header));
    return octets.size() - chunk.end();
  }

  private void requireChecksum(Chunk chunk) {
    CRC32 crc = new CRC32();
    crc.update(octets.array(), (int) chunk.at() + 4, (int) chunk.length() + 4);
    if (crc.getValue() != octets.u32(chunk.data() + chunk.length(), false)) {
      throw octets.fault(chunk.at(), "wrong checksum of chunk " + printable(chunk.type()));
    }
  }

  private void requireInflated(List<Chunk> data, long expected) {
    byte[] sink = new byte[1 << 16];
    long inflated = 0;
    try (Inflater inflater = new Inflater()) {
      for (Chunk chunk : data) {
        inflater.setInput(octets.array(), (int) chunk.data(), (int) chunk.length());
        while (!inflater.finished() && inflated < expected) {
          int n = inflater.inflate(sink, 0, (int) Math.min(sink.length, expected - inflated));
          if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
            break;
          }
          inflated += n;
        }
      }
    } catch (DataFormatException e) {
      throw octets.fault(
          data.getFirst().at(),
          "the compressed picture breaks after " + inflated + " of " + expected + " bytes");
    }
    if (inflated < expected) {
      throw octets.fault(
          data.getLast().at(),
          "the compressed picture ends after " + inflated + " of " + expected + " bytes");
    }
  }

  private long expectedBytes(ImageHeader header) {
    int type = octets.u8(FIRST_CHUNK + 8 + 9);
    boolean interlaced = octets.u8(FIRST_CHUNK + 8 + 12) == 1;
    int channels =
        switch (type) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
    long bits = (long) channels * header.bits();
    if (!interlaced) {
      return rows(header.width(), header.height(), bits);
    }
    int[] left = {0, 4, 0, 2, 0, 1, 0};
    int[] top = {0, 0, 4, 0, 2, 0, 1};
    int[] across = {8, 8, 4, 4, 2, 2, 1};
    int[] down = {8, 8, 8, 4, 4, 2, 2};
    long sum = 0;
    for (int pass = 0; pass < 7; pass++) {
      long width = Math.ceilDiv((long) header.width() - left[pass], across[pass]);
      long height = Math.ceilDiv((long) header.height() - top[pass], down[pass]);
      sum += width <= 0 || height <= 0 ? 0 : rows(width, height, bits);
    }
    return sum;
  }

  private static long rows(long width, long height, long bits) {
    return height * (1 + Math.ceilDiv(width * bits, 8));
  }

  private static String printable(String type) {
    return type.chars().allMatch(c -> c >= 'A' && c <= 'z') ? type : "of no name";
  }
}

package assay.imaging.header;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The directories of a TIFF file, or of the EXIF block inside another format's file. */
final class TiffStructure {

  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int BITS = 258;
  static final int PHOTOMETRIC = 262;
  static final int STRIP_OFFSETS = 273;
  static final int ORIENTATION = 274;
  static final int SAMPLES = 277;
  static final int STRIP_COUNTS = 279;
  static final int TILE_OFFSETS = 324;
  static final int TILE_COUNTS = 325;
  static final int EXTRA_SAMPLES = 338;
  static final int SAMPLE_FORMAT = 339;
  static final int PROFILE = 34675;

  /** More directories than this in a file are not a picture's. */
  private static final int MOST_DIRECTORIES = 65_536;

  private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

  private final Octets octets;
  private final long base;
  private final boolean little;

  /**
   * The structure that starts at {@code base}; offsets inside count from there.
   *
   * @param little whether the least significant byte comes first
   */
  private TiffStructure(Octets octets, long base, boolean little) {
    this.octets = octets;
    this.base = base;
    this.little = little;
  }

  static TiffStructure at(Octets octets, long base) {
    String order = octets.ascii(base, 2);
    if (!order.equals("II") && !order.equals("MM")) {
      throw octets.fault(base, "no byte order mark II or MM");
    }
    boolean little = order.equals("II");
    int version = octets.u16(base + 2, little);
    if (version == 43) {
      throw octets.unread("BigTIFF", "convert it to TIFF or PNG");
    }
    if (version != 42) {
      throw octets.fault(base + 2, "version " + version + " where 42 belongs");
    }
    return new TiffStructure(octets, base, little);
  }

  /** An entry: type, number of values, and where they lie. */
  record Entry(int type, long count, long at) {}

  Map<Integer, Entry> first() {
    long at = octets.u32(base + 4, little);
    if (at == 0) {
      throw octets.fault(base + 4, "no directory");
    }
    return directory(at);
  }

  /** How many directories are chained; each visited once. */
  int directories() {
    Set<Long> seen = new HashSet<>();
    long at = octets.u32(base + 4, little);
    while (at != 0) {
      if (!seen.add(at)) {
        throw octets.fault(base + at, "the chain of directories runs in a circle");
      }
      if (seen.size() > MOST_DIRECTORIES) {
        throw octets.fault(base + at, "more than " + MOST_DIRECTORIES + " directories");
      }
      int entries = octets.u16(base + at, little);
      at = octets.u32(base + at + 2 + 12L * entries, little);
    }
    return seen.size();
  }

  private Map<Integer, Entry> directory(long at) {
    int entries = octets.u16(base + at, little);
    Map<Integer, Entry> directory = new LinkedHashMap<>();
    for (int i = 0; i < entries; i++) {
      long entry = base + at + 2 + 12L * i;
      int tag = octets.u16(entry, little);
      int type = octets.u16(entry + 2, little);
      long count = octets.u32(entry + 4, little);
      if (type < 1 || type >= TYPE_SIZES.length) {
        continue;
      }
      long bytes = count * TYPE_SIZES[type];
      long values = bytes <= 4 ? entry + 8 : base + octets.u32(entry + 8, little);
      octets.need(values, bytes);
      directory.putIfAbsent(tag, new Entry(type, count, values));
    }
    return directory;
  }

  /** A whole number of an entry; the types of unsigned numbers alone are read. */
  long value(Entry entry, long index) {
    return switch (entry.type()) {
      case 1 -> octets.u8(entry.at() + index);
      case 3 -> octets.u16(entry.at() + 2 * index, little);
      case 4 -> octets.u32(entry.at() + 4 * index, little);
      default -> throw octets.fault(entry.at(), "a number of type " + entry.type());
    };
  }

  long first(Map<Integer, Entry> directory, int tag, long otherwise) {
    Entry entry = directory.get(tag);
    return entry == null || entry.count() == 0 ? otherwise : value(entry, 0);
  }

  /** The orientation of a directory; anything outside 1 to 8 counts as upright. */
  int orientation(Map<Integer, Entry> directory) {
    Entry entry = directory.get(ORIENTATION);
    if (entry == null || entry.count() == 0 || entry.type() != 3) {
      return 1;
    }
    long value = value(entry, 0);
    return value >= 1 && value <= 8 ? (int) value : 1;
  }
}

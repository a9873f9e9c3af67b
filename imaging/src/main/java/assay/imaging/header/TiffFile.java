package assay.imaging.header;

import assay.imaging.header.TiffStructure.Entry;
import java.util.Map;

/** Tagged Image File Format, revision 6.0 (Adobe, 1992): header of the first directory. */
final class TiffFile {

  private final Octets octets;

  TiffFile(Octets octets) {
    this.octets = octets;
  }

  ImageHeader header() {
    TiffStructure structure = TiffStructure.at(octets, 0);
    Map<Integer, Entry> directory = structure.first();
    int width = side(structure, directory, TiffStructure.WIDTH, "width");
    int height = side(structure, directory, TiffStructure.HEIGHT, "height");
    long samples = structure.first(directory, TiffStructure.SAMPLES, 1);
    int bits = bits(structure, directory);
    requireWhole(structure, directory, TiffStructure.STRIP_OFFSETS, TiffStructure.STRIP_COUNTS);
    requireWhole(structure, directory, TiffStructure.TILE_OFFSETS, TiffStructure.TILE_COUNTS);
    long sampleFormat = structure.first(directory, TiffStructure.SAMPLE_FORMAT, 1);
    if (sampleFormat == 3) {
      throw octets.unread(
          "TIFF with floating-point samples", "convert it to whole numbers of 8 or 16 bits");
    }
    if (bits > 16 || sampleFormat == 2) {
      throw octets.unread(
          "TIFF with " + (sampleFormat == 2 ? "signed" : bits + "-bit") + " samples",
          "convert it to unsigned samples of 8 or 16 bits");
    }
    Colour colour = colour(structure, directory, samples);
    long extra = structure.first(directory, TiffStructure.EXTRA_SAMPLES, 0);
    return new ImageHeader(
        ImageFormat.TIFF,
        width,
        height,
        structure.directories(),
        bits,
        colour,
        extra == 1 || extra == 2,
        structure.orientation(directory),
        directory.containsKey(TiffStructure.PROFILE),
        bits <= 8 && colour != Colour.CMYK && colour != Colour.OTHER);
  }

  private int side(TiffStructure structure, Map<Integer, Entry> directory, int tag, String what) {
    Entry entry = directory.get(tag);
    if (entry == null || entry.count() == 0) {
      throw octets.fault(0, "no " + what);
    }
    return octets.side(structure.value(entry, 0), what, entry.at());
  }

  private int bits(TiffStructure structure, Map<Integer, Entry> directory) {
    Entry entry = directory.get(TiffStructure.BITS);
    if (entry == null) {
      return 1;
    }
    long most = 0;
    for (long i = 0; i < Math.min(entry.count(), 16); i++) {
      most = Math.max(most, structure.value(entry, i));
    }
    if (most < 1 || most > 64) {
      throw octets.fault(entry.at(), most + " bits a sample");
    }
    return (int) most;
  }

  private static Colour colour(
      TiffStructure structure, Map<Integer, Entry> directory, long samples) {
    int photometric =
        (int) structure.first(directory, TiffStructure.PHOTOMETRIC, samples >= 3 ? 2 : 1);
    return switch (photometric) {
      case 0, 1 -> Colour.GREY;
      case 2, 6 -> Colour.RGB;
      case 3 -> Colour.PALETTE;
      case 5 -> Colour.CMYK;
      default -> Colour.OTHER;
    };
  }

  private void requireWhole(
      TiffStructure structure, Map<Integer, Entry> directory, int offsetsTag, int countsTag) {
    Entry offsets = directory.get(offsetsTag);
    Entry counts = directory.get(countsTag);
    if (offsets == null || counts == null) {
      return;
    }
    for (long i = 0; i < Math.min(offsets.count(), counts.count()); i++) {
      octets.need(structure.value(offsets, i), structure.value(counts, i));
    }
  }
}

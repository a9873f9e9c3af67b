package assay.imaging;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.Sha256;
import assay.imaging.header.ImageHeader;
import assay.imaging.header.ImageIntegrity;
import assay.imaging.provenance.Provenance;
import assay.imaging.provenance.Step;
import assay.imaging.raster.AreaAverage;
import assay.imaging.raster.Orientation;
import assay.imaging.raster.Pixels;
import assay.imaging.raster.PngEncoder;
import assay.imaging.raster.RasterReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From a publisher's bytes to what a reader sees, under a policy. A picture that the endpoint takes
 * is handed on byte for byte, its orientation, transparency, profile and further frames left to the
 * reader and recorded as such. Any other is decoded (first frame), brought to 8 bits, laid over the
 * ground, turned upright, made smaller if it must be, and written as PNG. The same bytes and policy
 * give the same result. Safe for use by several threads.
 */
public final class ImagePreparation {

  private final ImagePolicy policy;
  private final RasterReader reader;

  public ImagePreparation(ImagePolicy policy) {
    this.policy = policy;
    this.reader = new RasterReader(policy.depth(), policy.ground());
  }

  /**
   * Prepares a picture.
   *
   * @param name the file, for messages
   * @throws AssayException if the bytes are not a picture that can be read, are cut or damaged, or
   *     exceed the policy's limits
   */
  public PreparedImage prepare(byte[] bytes, String name) {
    ImageHeader header = header(bytes, name);
    List<Step> steps = new ArrayList<>();
    if (passes(header)) {
      long surplus = ImageIntegrity.requireWhole(bytes, header, name);
      steps.add(new Step.PassedThrough());
      steps.addAll(leftToReader(header, surplus));
      return prepared(
          bytes, header.format().mime(), header.width(), header.height(), bytes, header, steps);
    }
    long surplus = ImageIntegrity.requireWhole(bytes, header, name);
    if (surplus > 0) {
      steps.add(new Step.BytesIgnored(surplus));
    }
    Pixels pixels = reader.read(bytes, header, name, steps);
    if (header.orientation() != 1) {
      pixels = Orientation.upright(pixels, header.orientation());
      steps.add(new Step.Oriented(header.orientation()));
    }
    ImageSize size = shrunk(pixels.width(), pixels.height());
    if (size.width() != pixels.width() || size.height() != pixels.height()) {
      steps.add(
          new Step.Resized(
              pixels.width(), pixels.height(), size.width(), size.height(), AreaAverage.NAME));
      pixels = AreaAverage.shrink(pixels, size.width(), size.height());
    }
    steps.add(new Step.Encoded("png"));
    return prepared(
        PngEncoder.encode(pixels),
        "image/png",
        pixels.width(),
        pixels.height(),
        bytes,
        header,
        steps);
  }

  /**
   * The size at which a picture would be sent, from its header alone.
   *
   * @throws AssayException as {@link #prepare} does, but for damage that only decoding shows
   */
  public ImageSize size(byte[] bytes, String name) {
    ImageHeader header = header(bytes, name);
    if (passes(header)) {
      return new ImageSize(header.width(), header.height());
    }
    return header.turned()
        ? shrunk(header.height(), header.width())
        : shrunk(header.width(), header.height());
  }

  private ImageHeader header(byte[] bytes, String name) {
    if (bytes.length > policy.maxBytes()) {
      throw AssayException.data(
          Problem.of("the file has " + bytes.length + " bytes")
              .at(name)
              .expected("at most " + policy.maxBytes() + " bytes an image"));
    }
    ImageHeader header = ImageHeader.read(bytes, name);
    if (header.pixels() > policy.maxPixels()) {
      throw AssayException.data(
          Problem.of(
                  "the picture has "
                      + header.width()
                      + " x "
                      + header.height()
                      + " = "
                      + header.pixels()
                      + " pixels")
              .at(name)
              .expected("at most " + policy.maxPixels() + " pixels an image"));
    }
    return header;
  }

  private boolean passes(ImageHeader header) {
    Integer side = policy.maxSide();
    return policy.accepted().contains(header.format())
        && header.ordinary()
        && header.frames() == 1
        && (side == null || Math.max(header.width(), header.height()) <= side);
  }

  private static List<Step> leftToReader(ImageHeader header, long surplus) {
    List<Step> left = new ArrayList<>();
    if (header.orientation() != 1) {
      left.add(new Step.LeftToReader("exif-orientation", String.valueOf(header.orientation())));
    }
    if (header.alpha()) {
      left.add(new Step.LeftToReader("transparency", "present"));
    }
    if (header.profile()) {
      left.add(new Step.LeftToReader("colour-profile", "present"));
    }
    if (surplus > 0) {
      left.add(new Step.LeftToReader("bytes-after-the-end", String.valueOf(surplus)));
    }
    return left;
  }

  private ImageSize shrunk(int width, int height) {
    @Nullable Integer side = policy.maxSide();
    int longest = Math.max(width, height);
    if (side == null || longest <= side) {
      return new ImageSize(width, height);
    }
    return new ImageSize(shrunk(width, side, longest), shrunk(height, side, longest));
  }

  /** A side in proportion, rounded half up, at least 1. */
  private static int shrunk(int length, int side, int longest) {
    return (int) Math.max(1, (2L * length * side + longest) / (2L * longest));
  }

  private static PreparedImage prepared(
      byte[] bytes,
      String mime,
      int width,
      int height,
      byte[] source,
      ImageHeader header,
      List<Step> steps) {
    String sourceSha256 = Sha256.of(source);
    String sha256 = bytes == source ? sourceSha256 : Sha256.of(bytes);
    return new PreparedImage(
        bytes,
        sha256,
        mime,
        width,
        height,
        new Provenance(sourceSha256, source.length, header, steps));
  }
}

package assay.imaging;

import assay.imaging.header.ImageFormat;
import assay.imaging.raster.DepthRule;
import assay.imaging.raster.Ground;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint takes, and what is done to pictures that are otherwise.
 *
 * @param accepted formats that are handed on byte for byte; what is of another format, or of a kind
 *     that decoders at large do not read, is written anew as PNG
 * @param maxSide longest side in pixels that is sent, or null for no limit; larger pictures are
 *     made smaller, and the record says so
 * @param maxPixels most pixels of a picture; a larger one is an error, found before it is decoded
 * @param maxBytes most bytes of a file; a larger one is an error
 * @param depth how samples of more than 8 bits become 8 bits
 * @param ground what lies beneath transparent pixels where a picture is written anew
 */
public record ImagePolicy(
    List<ImageFormat> accepted,
    @Nullable Integer maxSide,
    long maxPixels,
    long maxBytes,
    DepthRule depth,
    Ground ground) {

  /**
   * PNG and JPEG as they are, no limit on sides, 100 million pixels, 256 MiB, full range, white
   * ground.
   */
  public static final ImagePolicy DEFAULT =
      new ImagePolicy(
          List.of(ImageFormat.PNG, ImageFormat.JPEG),
          null,
          100_000_000,
          256L << 20,
          DepthRule.FULL_RANGE,
          Ground.WHITE);

  public ImagePolicy {
    accepted = accepted.stream().distinct().sorted().toList();
    if (maxSide != null && maxSide < 1) {
      throw new IllegalArgumentException("longest side " + maxSide + ": expected 1 or more");
    }
    if (maxPixels < 1 || maxBytes < 1) {
      throw new IllegalArgumentException(
          "limits of " + maxPixels + " pixels, " + maxBytes + " bytes: expected 1 or more");
    }
  }

  /** The same, for an endpoint that takes these formats. */
  public ImagePolicy withAccepted(Set<ImageFormat> formats) {
    return new ImagePolicy(List.copyOf(formats), maxSide, maxPixels, maxBytes, depth, ground);
  }

  /** The same, with a longest side or none. */
  public ImagePolicy withMaxSide(@Nullable Integer side) {
    return new ImagePolicy(accepted, side, maxPixels, maxBytes, depth, ground);
  }

  /** The same, with another limit on pixels. */
  public ImagePolicy withMaxPixels(long pixels) {
    return new ImagePolicy(accepted, maxSide, pixels, maxBytes, depth, ground);
  }

  /** The same, with another limit on a file's bytes. */
  public ImagePolicy withMaxBytes(long bytes) {
    return new ImagePolicy(accepted, maxSide, maxPixels, bytes, depth, ground);
  }

  /** The same, with another rule for deep samples. */
  public ImagePolicy withDepth(DepthRule rule) {
    return new ImagePolicy(accepted, maxSide, maxPixels, maxBytes, rule, ground);
  }

  /** The same, with another ground. */
  public ImagePolicy withGround(Ground plain) {
    return new ImagePolicy(accepted, maxSide, maxPixels, maxBytes, depth, plain);
  }
}

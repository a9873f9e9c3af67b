package assay.imaging.raster;

import assay.core.AssayException;
import assay.core.Problem;
import assay.imaging.header.Colour;
import assay.imaging.header.ImageFormat;
import assay.imaging.header.ImageHeader;
import assay.imaging.header.ImageIntegrity;
import assay.imaging.header.JpegComponents;
import assay.imaging.header.Placement;
import assay.imaging.provenance.Step;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes the first picture of a file to 8 bits of grey or colour. Samples are taken as they are: a
 * colour profile is not applied, so that no profile of this machine plays a part. Safe for use by
 * several threads; large pictures wait for each other, so that memory stays bounded.
 */
public final class RasterReader {

  /** Pixels that are decoded at the same time; a larger picture is decoded alone. */
  private static final int AT_ONCE = 1 << 25;

  private static final Semaphore BUDGET = new Semaphore(AT_ONCE, true);

  private final DepthRule depth;
  private final Ground ground;

  /** A reader that brings deep samples to 8 bits by a rule and lays transparency over a ground. */
  public RasterReader(DepthRule depth, Ground ground) {
    this.depth = depth;
    this.ground = ground;
  }

  /**
   * Decodes.
   *
   * @param header the header of the same bytes; the caller has checked its size
   * @param name the file, for messages
   * @param steps gets what was done
   * @throws AssayException if the decoder finds the file damaged, or the picture does not fit into
   *     memory
   */
  public Pixels read(byte[] bytes, ImageHeader header, String name, List<Step> steps) {
    requireMemory(header, name);
    int share = Math.clamp(header.pixels(), 1, AT_ONCE);
    BUDGET.acquireUninterruptibly(share);
    try {
      if (header.frames() > 1) {
        steps.add(new Step.FrameChosen(0, header.frames()));
      }
      if (header.profile()) {
        steps.add(new Step.ProfileIgnored());
      }
      return decode(bytes, header, name, steps);
    } finally {
      BUDGET.release(share);
    }
  }

  private Pixels decode(byte[] bytes, ImageHeader header, String name, List<Step> steps) {
    // Decoders of foreign making meet hostile files: whatever they throw is the file's fault.
    try {
      ImageReader reader = Codecs.reader(header.format());
      try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
        Warnings warnings = new Warnings();
        reader.addIIOReadWarningListener(warnings);
        reader.setInput(in, false, true);
        Pixels pixels = pixels(reader, bytes, header, name, steps);
        warnings.requireWhole();
        return pixels;
      } finally {
        reader.dispose();
      }
    } catch (AssayException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new AssayException(
          AssayException.Category.DATA,
          Problem.of("damaged " + header.format().id() + ": " + reason(e))
              .at(name)
              .remedy("get the file anew from where it came from"),
          e);
    }
  }

  private Pixels pixels(
      ImageReader reader, byte[] bytes, ImageHeader header, String name, List<Step> steps)
      throws IOException {
    if (header.format() == ImageFormat.JPEG && header.bits() == 8) {
      JpegComponents components = JpegComponents.of(bytes, name);
      Raster raster = reader.readRaster(0, null);
      requireSize(raster, header);
      return new ComponentConversion(components, steps).toPixels(raster);
    }
    if (header.colour() == Colour.CMYK) {
      Raster raster = reader.readRaster(0, null);
      requireSize(raster, header);
      return new ComponentConversion(JpegComponents.CMYK, steps).toPixels(raster);
    }
    BufferedImage image = reader.read(0);
    SampleConversion conversion = new SampleConversion(depth, ground, steps);
    if (header.format() == ImageFormat.GIF) {
      Placement frame = ImageIntegrity.firstFrame(bytes, name);
      return conversion.toPixels(image, frame, header.width(), header.height());
    }
    requireSize(image.getRaster(), header);
    return conversion.toPixels(image);
  }

  private static void requireSize(Raster raster, ImageHeader header) throws IOException {
    if (raster.getWidth() != header.width() || raster.getHeight() != header.height()) {
      throw new IOException(
          "decoded to "
              + raster.getWidth()
              + " x "
              + raster.getHeight()
              + " pixels where the header says "
              + header.width()
              + " x "
              + header.height());
    }
  }

  private static void requireMemory(ImageHeader header, String name) {
    // Decoded samples, their 8-bit form, and one more copy on the way to the encoder.
    long samples = header.colour() == Colour.GREY ? 1 : 4;
    long need = header.pixels() * samples * (header.bits() > 8 ? 4 : 3);
    long limit = Runtime.getRuntime().maxMemory() / 10 * 7;
    if (need > limit) {
      throw AssayException.data(
          Problem.of(
                  header.width()
                      + " x "
                      + header.height()
                      + " pixels need "
                      + (need >> 20)
                      + " MB to decode, the Java heap leaves "
                      + (limit >> 20))
              .at(name)
              .remedy("give Java more memory (-Xmx), or make the picture smaller beforehand"));
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? "the decoder gave up (" + e.getClass().getSimpleName() + ")"
        : message.strip().lines().findFirst().orElse("");
  }

  /** A decoder that warns has filled in what the file lacks; such a picture is not shown. */
  private static final class Warnings implements IIOReadWarningListener {

    private String first = "";

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      if (first.isEmpty() && isLoss(warning)) {
        first = warning;
      }
    }

    private static boolean isLoss(String warning) {
      String text = warning.toLowerCase(Locale.ROOT);
      return text.contains("premature")
          || text.contains("corrupt")
          || text.contains("eof")
          || text.contains("end of file");
    }

    void requireWhole() throws IOException {
      if (!first.isEmpty()) {
        throw new IOException(first);
      }
    }
  }
}

package assay.imaging.raster;

import assay.imaging.header.Placement;
import assay.imaging.provenance.Step;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.List;

/**
 * From a decoder's raster to {@link Pixels}: sample by sample, in whole numbers. Java's own
 * conversions are kept out, for they take grey for linear light.
 */
final class SampleConversion {

  private final DepthRule depth;
  private final Ground ground;
  private final List<Step> steps;

  SampleConversion(DepthRule depth, Ground ground, List<Step> steps) {
    this.depth = depth;
    this.ground = ground;
    this.steps = steps;
  }

  Pixels toPixels(BufferedImage image) {
    Raster raster = image.getRaster();
    return toPixels(
        image,
        new Placement(0, 0, raster.getWidth(), raster.getHeight()),
        raster.getWidth(),
        raster.getHeight());
  }

  /** The picture as a frame on a canvas; what the frame leaves free is ground. */
  Pixels toPixels(BufferedImage image, Placement frame, int width, int height) {
    Raster raster = image.getRaster();
    Source source =
        image.getColorModel() instanceof IndexColorModel palette
            ? new PaletteSource(palette, steps)
            : new ComponentSource(raster, image.getColorModel(), depth, steps);
    int bands = source.bands();
    boolean partial = frame.width() != width || frame.height() != height;
    if (source.alpha() || partial) {
      steps.add(new Step.Composited(ground.id()));
    }
    byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(width, height), bands)];
    if (partial) {
      Arrays.fill(samples, (byte) ground.level());
    }
    int columns = Math.min(raster.getWidth(), frame.width());
    int[] line = new int[columns * (bands + 1)];
    for (int y = 0; y < Math.min(raster.getHeight(), frame.height()); y++) {
      source.line(raster, y, columns, line);
      int to = ((frame.top() + y) * width + frame.left()) * bands;
      for (int x = 0; x < columns; x++) {
        int alpha = line[x * (bands + 1) + bands];
        for (int band = 0; band < bands; band++) {
          samples[to++] = (byte) over(line[x * (bands + 1) + band], alpha);
        }
      }
    }
    return new Pixels(width, height, bands, samples);
  }

  private int over(int sample, int alpha) {
    return alpha == 255 ? sample : (sample * alpha + ground.level() * (255 - alpha) + 127) / 255;
  }

  /** Lines of 8-bit samples, each pixel's colours followed by its alpha. */
  private sealed interface Source {
    int bands();

    boolean alpha();

    void line(Raster raster, int y, int columns, int[] line);
  }

  private static final class PaletteSource implements Source {

    private final int[] colours;
    private final boolean grey;
    private final boolean alpha;
    private int[] indices = new int[0];

    PaletteSource(IndexColorModel palette, List<Step> steps) {
      colours = new int[palette.getMapSize()];
      palette.getRGBs(colours);
      grey = Arrays.stream(colours).allMatch(PaletteSource::isGrey);
      alpha = palette.hasAlpha();
      steps.add(new Step.ColourConverted("palette", grey ? "grey" : "rgb", "look-up"));
    }

    private static boolean isGrey(int argb) {
      return (argb >> 16 & 0xFF) == (argb & 0xFF) && (argb >> 8 & 0xFF) == (argb & 0xFF);
    }

    @Override
    public int bands() {
      return grey ? 1 : 3;
    }

    @Override
    public boolean alpha() {
      return alpha;
    }

    @Override
    public void line(Raster raster, int y, int columns, int[] line) {
      indices =
          raster.getSamples(
              raster.getMinX(),
              raster.getMinY() + y,
              columns,
              1,
              0,
              indices.length == columns ? indices : new int[columns]);
      int at = 0;
      for (int x = 0; x < columns; x++) {
        // An index past the palette's end shows as its first colour, as most viewers do.
        int argb = colours[indices[x] < colours.length ? indices[x] : 0];
        if (!grey) {
          line[at++] = argb >> 16 & 0xFF;
          line[at++] = argb >> 8 & 0xFF;
        }
        line[at++] = argb & 0xFF;
        line[at++] = argb >>> 24;
      }
    }
  }

  private static final class ComponentSource implements Source {

    private final int bands;
    private final boolean alpha;
    private final boolean premultiplied;
    private final int[] low;
    private final int[] high;
    private int[] samples = new int[0];

    ComponentSource(Raster raster, ColorModel model, DepthRule depth, List<Step> steps) {
      int all = raster.getNumBands();
      alpha = model.hasAlpha() && (all == 2 || all == 4);
      premultiplied = alpha && model.isAlphaPremultiplied();
      int colours = alpha ? all - 1 : all;
      if (colours != 1 && colours != 3) {
        throw new IllegalArgumentException(all + " bands a pixel, expected 1 to 4");
      }
      bands = colours;
      low = new int[all];
      high = new int[all];
      for (int band = 0; band < all; band++) {
        high[band] = (1 << Math.min(16, raster.getSampleModel().getSampleSize(band))) - 1;
      }
      if (high[0] > 255) {
        int bits = 32 - Integer.numberOfLeadingZeros(high[0]);
        if (depth == DepthRule.MIN_TO_MAX) {
          widen(raster);
        }
        steps.add(new Step.DepthReduced(bits, depth.id(), low[0], high[0]));
      }
    }

    /** The window from the smallest to the largest colour sample; alpha keeps its own. */
    private void widen(Raster raster) {
      int least = Integer.MAX_VALUE;
      int most = 0;
      for (int y = 0; y < raster.getHeight(); y++) {
        for (int band = 0; band < bands; band++) {
          read(raster, y, raster.getWidth(), band);
          for (int sample : samples) {
            least = Math.min(least, sample);
            most = Math.max(most, sample);
          }
        }
      }
      Arrays.fill(low, 0, bands, least);
      Arrays.fill(high, 0, bands, most);
    }

    private void read(Raster raster, int y, int columns, int band) {
      samples =
          raster.getSamples(
              raster.getMinX(),
              raster.getMinY() + y,
              columns,
              1,
              band,
              samples.length == columns ? samples : new int[columns]);
    }

    @Override
    public int bands() {
      return bands;
    }

    @Override
    public boolean alpha() {
      return alpha;
    }

    @Override
    public void line(Raster raster, int y, int columns, int[] line) {
      for (int band = 0; band < (alpha ? bands + 1 : bands); band++) {
        read(raster, y, columns, band);
        for (int x = 0; x < columns; x++) {
          line[x * (bands + 1) + band] = to8(samples[x], band);
        }
      }
      for (int x = 0; x < columns; x++) {
        int at = x * (bands + 1);
        if (!alpha) {
          line[at + bands] = 255;
        } else if (premultiplied && line[at + bands] > 0) {
          for (int band = 0; band < bands; band++) {
            int part = line[at + bands];
            line[at + band] = Math.min(255, (line[at + band] * 255 + part / 2) / part);
          }
        }
      }
    }

    private int to8(int sample, int band) {
      int range = high[band] - low[band];
      if (range == 255) {
        return sample - low[band];
      }
      return range == 0 ? 0 : (int) (((long) (sample - low[band]) * 255 + range / 2) / range);
    }
  }
}

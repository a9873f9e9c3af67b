package assay.imaging.raster;

import assay.imaging.header.JpegComponents;
import assay.imaging.provenance.Step;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.List;

/**
 * From stored components to {@link Pixels}, in libjpeg's whole-number arithmetic (16 fraction bits,
 * rounded), so that the result does not hang on a machine's colour management. Four inks become
 * colours without a profile: {@code red = (255 − cyan)·(255 − black) / 255}, rounded.
 */
final class ComponentConversion {

  private final JpegComponents components;
  private final List<Step> steps;

  ComponentConversion(JpegComponents components, List<Step> steps) {
    this.components = components;
    this.steps = steps;
  }

  /**
   * Converts.
   *
   * @throws IOException if the decoder gave another number of components
   */
  Pixels toPixels(Raster raster) throws IOException {
    int count = components.count();
    if (raster.getNumBands() != count) {
      throw new IOException(
          "decoded to " + raster.getNumBands() + " components where " + count + " belong");
    }
    record();
    int width = raster.getWidth();
    int bands = count == 1 ? 1 : 3;
    byte[] samples =
        new byte[Math.multiplyExact(Math.multiplyExact(width, bands), raster.getHeight())];
    int[] line = new int[width * count];
    int to = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, line);
      for (int at = 0; at < line.length; at += count) {
        convert(line, at);
        for (int band = 0; band < bands; band++) {
          samples[to++] = (byte) line[at + band];
        }
      }
    }
    return new Pixels(width, raster.getHeight(), bands, samples);
  }

  private void record() {
    switch (components) {
      case GREY, RGB -> {}
      case YCBCR -> steps.add(new Step.ColourConverted("ycbcr", "rgb", "itu-t-t.871"));
      case CMYK -> steps.add(new Step.ColourConverted("cmyk", "rgb", "no profile"));
      case INVERTED_CMYK ->
          steps.add(new Step.ColourConverted("inverted cmyk", "rgb", "no profile"));
      case INVERTED_YCCK ->
          steps.add(new Step.ColourConverted("inverted ycck", "rgb", "itu-t-t.871, no profile"));
    }
  }

  private void convert(int[] line, int at) {
    switch (components) {
      case GREY, RGB -> {}
      case YCBCR -> fromLuminance(line, at);
      case CMYK -> {
        for (int ink = 0; ink < 4; ink++) {
          line[at + ink] = 255 - line[at + ink];
        }
        fromInverted(line, at);
      }
      case INVERTED_CMYK -> fromInverted(line, at);
      case INVERTED_YCCK -> {
        // T.871 on the inverted inks gives the inks themselves inverted once more: libjpeg's
        // C = 255 − red, so what is stored as ink is 255 − red of the transform.
        fromLuminance(line, at);
        for (int ink = 0; ink < 3; ink++) {
          line[at + ink] = 255 - line[at + ink];
        }
        fromInverted(line, at);
      }
    }
  }

  private static void fromInverted(int[] line, int at) {
    for (int ink = 0; ink < 3; ink++) {
      line[at + ink] = (line[at + ink] * line[at + 3] + 127) / 255;
    }
  }

  private static void fromLuminance(int[] line, int at) {
    int y = line[at];
    int cb = line[at + 1] - 128;
    int cr = line[at + 2] - 128;
    line[at] = clamp(y + ((91881 * cr + 32768) >> 16));
    line[at + 1] = clamp(y + ((-22554 * cb - 46802 * cr + 32768) >> 16));
    line[at + 2] = clamp(y + ((116130 * cb + 32768) >> 16));
  }

  private static int clamp(int value) {
    return Math.clamp(value, 0, 255);
  }
}

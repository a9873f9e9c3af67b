package assay.imaging.raster;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes {@link Pixels} as PNG: 8 bits, grey or colour, no text, time or physical size in it. The
 * same picture gives the same bytes on one Java platform; another platform's zlib may pack them
 * differently, the pixels are the same.
 */
public final class PngEncoder {

  private PngEncoder() {}

  /** The file's bytes. */
  public static byte[] encode(Pixels pixels) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(pixels.samples().length / 2 + 1024);
    try {
      ImageWriter writer = Codecs.pngWriter();
      try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.write(image(pixels));
      } finally {
        writer.dispose();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static BufferedImage image(Pixels pixels) {
    int bands = pixels.bands();
    int[] offsets = bands == 1 ? new int[] {0} : new int[] {0, 1, 2};
    DataBufferByte buffer = new DataBufferByte(pixels.samples(), pixels.samples().length);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            buffer, pixels.width(), pixels.height(), pixels.width() * bands, bands, offsets, null);
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(bands == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
            false,
            false,
            ColorModel.OPAQUE,
            DataBuffer.TYPE_BYTE);
    return new BufferedImage(model, raster, false, null);
  }
}

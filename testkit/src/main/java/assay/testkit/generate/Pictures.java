package assay.testkit.generate;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Small pictures, so that tests need no files. */
public final class Pictures {
  private final Generators draw;

  Pictures(Generators draw) {
    this.draw = draw;
  }

  /** Grey noise. */
  public BufferedImage grey(int width, int height) {
    return noise(width, height, BufferedImage.TYPE_BYTE_GRAY);
  }

  /** Coloured noise. */
  public BufferedImage colour(int width, int height) {
    return noise(width, height, BufferedImage.TYPE_INT_RGB);
  }

  /** Coloured noise as the bytes of a PNG file. */
  public byte[] png(int width, int height) {
    return encoded(colour(width, height), "png");
  }

  /** Grey noise as the bytes of a JPEG file. */
  public byte[] jpeg(int width, int height) {
    return encoded(grey(width, height), "jpeg");
  }

  private BufferedImage noise(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, draw.between(0, 0xffffff));
      }
    }
    return image;
  }

  private static byte[] encoded(BufferedImage image, String format) {
    var out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer for format " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return out.toByteArray();
  }
}

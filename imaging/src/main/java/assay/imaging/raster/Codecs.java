package assay.imaging.raster;

import assay.imaging.header.ImageFormat;
import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * Which decoder reads which format: one list, made once. Which plugins happen to lie on the class
 * path, and in which order they are found, plays no part.
 */
final class Codecs {

  private static final IIORegistry REGISTRY;

  static {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    ImageIO.setUseCache(false);
    REGISTRY = IIORegistry.getDefaultInstance();
  }

  private static final ImageReaderSpi PNG = platformReader("png");
  private static final ImageReaderSpi GIF = platformReader("gif");
  private static final ImageReaderSpi JPEG =
      registered(JPEGImageReaderSpi.class, new JPEGImageReaderSpi());
  private static final ImageReaderSpi BMP =
      registered(BMPImageReaderSpi.class, new BMPImageReaderSpi());
  private static final ImageReaderSpi TIFF =
      registered(TIFFImageReaderSpi.class, new TIFFImageReaderSpi());
  private static final ImageReaderSpi WEBP =
      registered(WebPImageReaderSpi.class, new WebPImageReaderSpi());
  private static final ImageWriterSpi PNG_WRITER = platformWriter("png");

  private Codecs() {}

  /** A new reader; to be disposed of by the caller. */
  static ImageReader reader(ImageFormat format) throws IOException {
    ImageReaderSpi provider =
        switch (format) {
          case PNG -> PNG;
          case JPEG -> JPEG;
          case GIF -> GIF;
          case BMP -> BMP;
          case TIFF -> TIFF;
          case WEBP -> WEBP;
        };
    return provider.createReaderInstance();
  }

  /** A new writer of PNG; to be disposed of by the caller. */
  static ImageWriter pngWriter() throws IOException {
    return PNG_WRITER.createWriterInstance();
  }

  private static <T extends ImageReaderSpi> ImageReaderSpi registered(Class<T> type, T fresh) {
    synchronized (REGISTRY) {
      T known = REGISTRY.getServiceProviderByClass(type);
      if (known != null) {
        return known;
      }
      REGISTRY.registerServiceProvider(fresh, ImageReaderSpi.class);
      return fresh;
    }
  }

  private static ImageReaderSpi platformReader(String format) {
    Iterator<ImageReaderSpi> all = REGISTRY.getServiceProviders(ImageReaderSpi.class, true);
    while (all.hasNext()) {
      ImageReaderSpi provider = all.next();
      if (ofPlatform(provider.getClass(), provider.getFormatNames(), format)) {
        return provider;
      }
    }
    throw new IllegalStateException("the Java platform has no reader of " + format);
  }

  private static ImageWriterSpi platformWriter(String format) {
    Iterator<ImageWriterSpi> all = REGISTRY.getServiceProviders(ImageWriterSpi.class, true);
    while (all.hasNext()) {
      ImageWriterSpi provider = all.next();
      if (ofPlatform(provider.getClass(), provider.getFormatNames(), format)) {
        return provider;
      }
    }
    throw new IllegalStateException("the Java platform has no writer of " + format);
  }

  private static boolean ofPlatform(Class<?> provider, String[] names, String format) {
    boolean platform = "java.desktop".equals(provider.getModule().getName());
    for (String name : names) {
      if (platform && name.equals(format)) {
        return true;
      }
    }
    return false;
  }
}

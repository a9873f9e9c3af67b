package assay.imaging;

import assay.imaging.raster.Pixels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pictures made by Pillow, and what it decodes them to; see {@code make_formats.py}. */
public final class Fixtures {

  private Fixtures() {}

  /**
   * A picture and its pixels by Pillow.
   *
   * @param tolerance how far a sample may be from Pillow's
   */
  public record Picture(
      String file,
      int width,
      int height,
      int bands,
      int frames,
      int tolerance,
      String sha256,
      String raw) {

    public byte[] bytes() {
      return Fixtures.bytes("formats/" + file);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  public static List<Picture> pictures() {
    List<String> lines = new String(bytes("formats.tsv"), StandardCharsets.UTF_8).lines().toList();
    if (!lines.getFirst().matches("# Pillow [0-9.]+ .*made by: .*")) {
      throw new IllegalStateException("formats.tsv does not name its maker");
    }
    return lines.stream()
        .skip(3)
        .map(line -> line.split("\t"))
        .map(
            f ->
                new Picture(
                    f[0],
                    Integer.parseInt(f[1]),
                    Integer.parseInt(f[2]),
                    Integer.parseInt(f[3]),
                    Integer.parseInt(f[4]),
                    Integer.parseInt(f[5]),
                    f[6],
                    f[7]))
        .toList();
  }

  public static Picture picture(String file) {
    return pictures().stream().filter(p -> p.file().equals(file)).findFirst().orElseThrow();
  }

  public static byte[] bytes(String resource) {
    try (InputStream in = Fixtures.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The largest difference of a sample. */
  public static int largestDifference(Pixels pixels, byte[] expected) {
    int most = 0;
    for (int i = 0; i < expected.length; i++) {
      most = Math.max(most, Math.abs((pixels.samples()[i] & 0xFF) - (expected[i] & 0xFF)));
    }
    return most;
  }
}

package assay.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import assay.core.AssayException;
import assay.imaging.Fixtures.Picture;
import assay.imaging.header.ImageHeader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are empty, foreign, cut, damaged, or made to exhaust. */
class HostileImagesTest {

  private static final ImagePreparation DEFAULT = new ImagePreparation(ImagePolicy.DEFAULT);
  private static final ImagePolicy SMALL = ImagePolicy.DEFAULT.withMaxPixels(1_000_000);
  private static final ImagePreparation PASSING = new ImagePreparation(SMALL);
  private static final ImagePreparation REWRITING =
      new ImagePreparation(SMALL.withAccepted(Set.of()));

  static List<Picture> pictures() {
    return Fixtures.pictures();
  }

  private static void fails(byte[] bytes, String message) {
    assertThatThrownBy(() -> DEFAULT.prepare(bytes, "p 1.png"))
        .isInstanceOfSatisfying(
            AssayException.class,
            e -> assertThat(e.category()).isEqualTo(AssayException.Category.DATA))
        .hasMessage(message);
  }

  @Test
  void emptyFile() {
    fails(
        new byte[0],
        "p 1.png: the file is empty\n  expected: an image: PNG, JPEG, GIF, BMP, TIFF or WebP");
  }

  @Test
  void foreignFile() {
    fails(
        "<html>not found</html>".getBytes(StandardCharsets.UTF_8),
        "p 1.png: not an image that can be read; it starts 3c 68 74 6d 6c 3e 6e 6f\n"
            + "  expected: an image: PNG, JPEG, GIF, BMP, TIFF or WebP");
  }

  @Test
  void cutFile() {
    byte[] png = Fixtures.bytes("formats/grey.png");
    fails(
        Arrays.copyOf(png, 100),
        "p 1.png: truncated png: bytes 41 to "
            + (41 + length(png, 33) + 4 - 1)
            + " are wanted, the file has 100\n"
            + "  remedy: get the file anew from where it came from");
  }

  private static int length(byte[] png, int at) {
    return java.nio.ByteBuffer.wrap(png).getInt(at);
  }

  @Test
  void wrongChecksum() {
    byte[] png = Fixtures.bytes("formats/grey.png");
    png[60] ^= 1;
    fails(png, "p 1.png: damaged png: wrong checksum of chunk IDAT (at byte 33)");
  }

  @Test
  void pictureThatInflatesToLessThanItsSize() {
    byte[] png = Fixtures.bytes("formats/grey.png");
    png[23] = 24;
    seal(png);
    fails(
        png,
        "p 1.png: damaged png: the compressed picture ends after 874 of 912 bytes (at byte 33)");
  }

  @Test
  void hugeDimensionsAreRefusedBeforeDecoding() {
    byte[] png = Fixtures.bytes("formats/grey.png");
    Arrays.fill(png, 18, 20, (byte) 0xFF);
    Arrays.fill(png, 22, 24, (byte) 0xFF);
    seal(png);
    fails(
        png,
        "p 1.png: the picture has 65535 x 65535 = 4294836225 pixels\n"
            + "  expected: at most 100000000 pixels an image");

    byte[] gif = Fixtures.bytes("formats/grey.gif");
    Arrays.fill(gif, 6, 10, (byte) 0xFF);
    fails(
        gif,
        "p 1.png: the picture has 65535 x 65535 = 4294836225 pixels\n"
            + "  expected: at most 100000000 pixels an image");

    byte[] negative = Fixtures.bytes("formats/grey.png");
    negative[16] = (byte) 0x80;
    seal(negative);
    fails(negative, "p 1.png: damaged png: width 2147483685 of the picture (at byte 16)");
  }

  private static void seal(byte[] png) {
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    java.nio.ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
  }

  @Test
  void directoriesInACircle() {
    byte[] tiff = Fixtures.bytes("formats/pages.tiff");
    java.nio.ByteBuffer file =
        java.nio.ByteBuffer.wrap(tiff).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    int first = file.getInt(4);
    int entries = file.getShort(first);
    int second = file.getInt(first + 2 + 12 * entries);
    int more = file.getShort(second);
    file.putInt(second + 2 + 12 * more, first);
    fails(
        tiff,
        "p 1.png: damaged tiff: the chain of directories runs in a circle (at byte " + first + ")");
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void everyPrefixIsACleanErrorOrAPicture(Picture picture) {
    byte[] whole = picture.bytes();
    int step = Math.max(1, whole.length / 150);
    int refused = 0;
    for (int length = 0; length < whole.length; length += step) {
      byte[] prefix = Arrays.copyOf(whole, length);
      refused += survives(PASSING, prefix, picture.file()) ? 0 : 1;
      survives(REWRITING, prefix, picture.file());
    }
    // Formats without an end mark may have their last padding cut unnoticed.
    assertThat(refused).isGreaterThan(whole.length / step * 9 / 10);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void damageIsACleanErrorOrAPicture(Picture picture) {
    Random random = new Random(picture.file().hashCode());
    for (int round = 0; round < 120; round++) {
      byte[] bytes = picture.bytes();
      int damages = 1 + random.nextInt(6);
      for (int i = 0; i < damages; i++) {
        // Headers matter most: half of the damage falls into the first 200 bytes.
        int limit = random.nextBoolean() ? Math.min(200, bytes.length) : bytes.length;
        bytes[4 + random.nextInt(limit - 4)] =
            (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
      }
      survives(round % 2 == 0 ? PASSING : REWRITING, bytes, picture.file());
    }
  }

  private static boolean survives(ImagePreparation preparation, byte[] bytes, String name) {
    try {
      PreparedImage image = preparation.prepare(bytes, name);
      ImageHeader header = ImageHeader.read(image.bytes(), name);
      assertThat(header.width()).isEqualTo(image.width());
      assertThat(header.height()).isEqualTo(image.height());
      return true;
    } catch (AssayException e) {
      assertThat(e.getMessage()).startsWith(name + ": ");
      return false;
    } catch (RuntimeException | Error e) {
      return fail(name, e);
    }
  }
}

package assay.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.core.Sha256;
import assay.imaging.header.ImageFormat;
import assay.imaging.header.ImageHeader;
import assay.imaging.provenance.Step;
import assay.imaging.raster.DepthRule;
import assay.imaging.raster.Ground;
import assay.imaging.raster.Pixels;
import assay.imaging.raster.PngEncoder;
import assay.imaging.raster.RasterReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePreparationTest {

  private static final ImagePreparation DEFAULT = new ImagePreparation(ImagePolicy.DEFAULT);

  private static PreparedImage prepare(ImagePolicy policy, String file) {
    return new ImagePreparation(policy).prepare(Fixtures.bytes("formats/" + file), file);
  }

  private static List<String> steps(PreparedImage image) {
    return image.provenance().steps().stream().map(Step::id).toList();
  }

  private static Pixels decode(byte[] bytes) {
    return new RasterReader(DepthRule.FULL_RANGE, Ground.WHITE)
        .read(bytes, ImageHeader.read(bytes, "x"), "x", new ArrayList<>());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"grey.png", "rgb.png", "palette.png", "one-bit.png", "grey.jpg", "rgb420.jpg"})
  void whatTheEndpointTakesIsHandedOnByteForByte(String file) {
    byte[] bytes = Fixtures.bytes("formats/" + file);

    PreparedImage image = DEFAULT.prepare(bytes, file);

    assertThat(image.bytes()).isSameAs(bytes);
    assertThat(image.sha256()).isEqualTo(Sha256.of(bytes));
    assertThat(image.provenance().sourceSha256()).isEqualTo(image.sha256());
    assertThat(image.width()).isEqualTo(37);
    assertThat(image.height()).isEqualTo(23);
    assertThat(image.mime()).isEqualTo(file.endsWith("png") ? "image/png" : "image/jpeg");
    assertThat(steps(image)).containsExactly("passed-through");
  }

  @Test
  void theRecordNamesSourceAndSteps() {
    assertThat(prepare(ImagePolicy.DEFAULT.withMaxSide(20), "sixteen.tiff").provenance().json())
        .isEqualTo(
            "{\"source\":{\"sha256\":\""
                + Sha256.of(Fixtures.bytes("formats/sixteen.tiff"))
                + "\",\"bytes\":"
                + Fixtures.bytes("formats/sixteen.tiff").length
                + ",\"format\":\"tiff\",\"width\":37,\"height\":23,\"frames\":1,\"bits\":16,"
                + "\"colour\":\"grey\",\"alpha\":false},\"steps\":["
                + "{\"step\":\"depth\",\"bits\":16,\"rule\":\"full-range\",\"low\":0,"
                + "\"high\":65535},"
                + "{\"step\":\"resized\",\"from-width\":37,\"from-height\":23,\"to-width\":20,"
                + "\"to-height\":12,\"filter\":\"area-average\"},"
                + "{\"step\":\"encoded\",\"format\":\"png\"}]}");
  }

  @Test
  void sixteenBitPngBecomesEightBitsAndSaysSo() {
    PreparedImage image = prepare(ImagePolicy.DEFAULT, "sixteen.png");

    assertThat(image.provenance().steps())
        .containsExactly(
            new Step.DepthReduced(16, "full-range", 0, 65535), new Step.Encoded("png"));
  }

  @Test
  void minToMaxUsesThePicturesOwnRange() {
    PreparedImage image =
        prepare(ImagePolicy.DEFAULT.withDepth(DepthRule.MIN_TO_MAX), "sixteen.png");
    Pixels pixels = decode(image.bytes());

    assertThat(image.provenance().steps().getFirst())
        .isInstanceOfSatisfying(
            Step.DepthReduced.class,
            step -> {
              assertThat(step.rule()).isEqualTo("min-to-max");
              assertThat(step.low()).isZero();
              assertThat(step.high()).isLessThan(65535).isGreaterThan(60000);
            });
    int most = 0;
    for (byte sample : pixels.samples()) {
      most = Math.max(most, sample & 0xFF);
    }
    assertThat(most).isEqualTo(255);
  }

  @Test
  void orientationIsLeftToTheReaderWhereBytesPass() {
    PreparedImage image = prepare(ImagePolicy.DEFAULT, "orientation-6.jpg");

    assertThat(image.provenance().steps())
        .containsExactly(new Step.PassedThrough(), new Step.LeftToReader("exif-orientation", "6"));
    assertThat(image.width()).isEqualTo(37);
  }

  @ParameterizedTest
  @CsvSource({"1, 20, 12", "2, 20, 12", "3, 20, 12", "4, 20, 12"})
  void orientationIsAppliedWhereThePictureIsWrittenAnew(int orientation, int width, int height) {
    PreparedImage image =
        prepare(ImagePolicy.DEFAULT.withMaxSide(20), "orientation-" + orientation + ".jpg");
    assertThat(image.width()).isEqualTo(width);
    assertThat(image.height()).isEqualTo(height);
    PreparedImage turned =
        prepare(ImagePolicy.DEFAULT.withMaxSide(20), "orientation-" + (orientation + 4) + ".jpg");
    assertThat(turned.width()).isEqualTo(height);
    assertThat(turned.height()).isEqualTo(width);
    assertThat(turned.provenance().steps()).contains(new Step.Oriented(orientation + 4));
  }

  @Test
  void furtherFramesAreSaidToBeLeftOut() {
    for (String file : List.of("animated.gif", "pages.tiff")) {
      assertThat(prepare(ImagePolicy.DEFAULT, file).provenance().steps())
          .as(file)
          .contains(new Step.FrameChosen(0, 3))
          .endsWith(new Step.Encoded("png"));
    }
  }

  @Test
  void animationDoesNotPassEvenWhereGifIsTaken() {
    ImagePolicy policy = ImagePolicy.DEFAULT.withAccepted(Set.of(ImageFormat.GIF));

    assertThat(steps(prepare(policy, "palette.gif"))).containsExactly("passed-through");
    assertThat(steps(prepare(policy, "animated.gif"))).startsWith("frame").endsWith("encoded");
  }

  @Test
  void fourInksAreTurnedIntoColours() {
    assertThat(prepare(ImagePolicy.DEFAULT, "cmyk.jpg").provenance().steps())
        .containsExactly(
            new Step.ColourConverted("inverted cmyk", "rgb", "no profile"),
            new Step.Encoded("png"));
  }

  @Test
  void transparencyIsLaidOverTheGroundOfThePolicy() {
    for (Ground ground : Ground.values()) {
      ImagePolicy policy = ImagePolicy.DEFAULT.withAccepted(Set.of()).withGround(ground);
      byte[] clear = {0, 0, 0, 0};
      PreparedImage image = new ImagePreparation(policy).prepare(png(clear), "clear.png");

      assertThat(decode(image.bytes()).samples()).containsOnly((byte) ground.level());
      assertThat(image.provenance().steps()).contains(new Step.Composited(ground.id()));
    }
  }

  @ParameterizedTest
  @CsvSource({"37, 37, 23", "36, 36, 22", "10, 10, 6", "1, 1, 1", "40, 37, 23"})
  void theLongestSideIsKeptTo(int side, int width, int height) {
    PreparedImage image = prepare(ImagePolicy.DEFAULT.withMaxSide(side), "rgb.png");

    assertThat(image.width()).isEqualTo(width);
    assertThat(image.height()).isEqualTo(height);
    assertThat(steps(image).contains("resized")).isEqualTo(side < 37);
    assertThat(
            new ImagePreparation(ImagePolicy.DEFAULT.withMaxSide(side))
                .size(Fixtures.bytes("formats/rgb.png"), "rgb.png"))
        .isEqualTo(new ImageSize(width, height));
  }

  @Test
  void sizesAreForetoldWithoutDecoding() {
    for (Integer side : new Integer[] {null, 20, 5}) {
      ImagePreparation preparation = new ImagePreparation(ImagePolicy.DEFAULT.withMaxSide(side));
      for (Fixtures.Picture picture : Fixtures.pictures()) {
        PreparedImage image = preparation.prepare(picture.bytes(), picture.file());
        assertThat(preparation.size(picture.bytes(), picture.file()))
            .as(picture.file())
            .isEqualTo(new ImageSize(image.width(), image.height()));
      }
    }
  }

  @Test
  void bytesAfterTheEndAreSaid() {
    byte[] png = Fixtures.bytes("formats/grey.png");
    byte[] longer = java.util.Arrays.copyOf(png, png.length + 7);

    assertThat(DEFAULT.prepare(longer, "x").provenance().steps())
        .containsExactly(
            new Step.PassedThrough(), new Step.LeftToReader("bytes-after-the-end", "7"));
  }

  @Test
  void limitsAreOfThePolicy() {
    assertThatThrownBy(() -> prepare(ImagePolicy.DEFAULT.withMaxPixels(850), "grey.png"))
        .isInstanceOf(AssayException.class)
        .hasMessage(
            "grey.png: the picture has 37 x 23 = 851 pixels\n"
                + "  expected: at most 850 pixels an image");
    assertThatThrownBy(() -> prepare(ImagePolicy.DEFAULT.withMaxBytes(10), "grey.bmp"))
        .isInstanceOf(AssayException.class)
        .hasMessage(
            "grey.bmp: the file has "
                + Fixtures.bytes("formats/grey.bmp").length
                + " bytes\n  expected: at most 10 bytes an image");
  }

  /** A PNG of one transparent pixel. */
  private static byte[] png(byte[] rgba) {
    java.awt.image.BufferedImage image =
        new java.awt.image.BufferedImage(1, 1, java.awt.image.BufferedImage.TYPE_INT_ARGB);
    image.setRGB(
        0,
        0,
        (rgba[3] & 0xFF) << 24 | (rgba[0] & 0xFF) << 16 | (rgba[1] & 0xFF) << 8 | rgba[2] & 0xFF);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try {
      javax.imageio.ImageIO.write(image, "png", out);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void theSamePictureGivesTheSameBytes() {
    byte[] samples = new byte[64 * 64];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i * i);
    }
    Pixels pixels = new Pixels(64, 64, 1, samples);
    assertThat(PngEncoder.encode(pixels)).isEqualTo(PngEncoder.encode(pixels));
  }
}

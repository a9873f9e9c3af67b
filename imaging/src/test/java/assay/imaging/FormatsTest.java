package assay.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Sha256;
import assay.imaging.Fixtures.Picture;
import assay.imaging.header.ImageFormat;
import assay.imaging.header.ImageHeader;
import assay.imaging.provenance.Step;
import assay.imaging.raster.AreaAverage;
import assay.imaging.raster.DepthRule;
import assay.imaging.raster.Ground;
import assay.imaging.raster.Orientation;
import assay.imaging.raster.Pixels;
import assay.imaging.raster.PngEncoder;
import assay.imaging.raster.RasterReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format against Pillow's pixels. */
class FormatsTest {

  private static final RasterReader READER = new RasterReader(DepthRule.FULL_RANGE, Ground.WHITE);

  static List<Picture> pictures() {
    return Fixtures.pictures();
  }

  private static Pixels decode(byte[] bytes, String name, List<Step> steps) {
    ImageHeader header = ImageHeader.read(bytes, name);
    return Orientation.upright(READER.read(bytes, header, name, steps), header.orientation());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void pixelsAreThoseOfPillow(Picture picture) {
    Pixels pixels = decode(picture.bytes(), picture.file(), new ArrayList<>());

    assertThat(pixels.width()).isEqualTo(picture.width());
    assertThat(pixels.height()).isEqualTo(picture.height());
    assertThat(pixels.bands()).isEqualTo(picture.bands());
    if (picture.tolerance() == 0) {
      assertThat(Sha256.of(pixels.samples())).isEqualTo(picture.sha256());
    } else {
      byte[] expected = Fixtures.bytes("formats/" + picture.raw());
      assertThat(Sha256.of(expected)).isEqualTo(picture.sha256());
      assertThat(Fixtures.largestDifference(pixels, expected))
          .isLessThanOrEqualTo(picture.tolerance());
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void headersAreReadWithoutDecoding(Picture picture) {
    ImageHeader header = ImageHeader.read(picture.bytes(), "a name that says nothing");

    boolean turned = header.turned();
    assertThat(turned ? header.height() : header.width()).isEqualTo(picture.width());
    assertThat(turned ? header.width() : header.height()).isEqualTo(picture.height());
    assertThat(header.frames()).isEqualTo(picture.frames());
    String ending = picture.file().substring(picture.file().indexOf('.') + 1);
    assertThat(header.format().id()).isEqualTo(ending.equals("jpg") ? "jpeg" : ending);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void anythingBecomesPngWhenNothingElseIsTaken(Picture picture) {
    ImagePolicy policy = ImagePolicy.DEFAULT.withAccepted(Set.of());
    PreparedImage first = new ImagePreparation(policy).prepare(picture.bytes(), picture.file());
    PreparedImage second = new ImagePreparation(policy).prepare(picture.bytes(), picture.file());

    assertThat(first.mime()).isEqualTo("image/png");
    assertThat(ImageFormat.detect(first.bytes())).contains(ImageFormat.PNG);
    assertThat(first.bytes()).isEqualTo(second.bytes());
    assertThat(first.sha256()).isEqualTo(Sha256.of(first.bytes())).isEqualTo(second.sha256());
    assertThat(first.provenance().json()).isEqualTo(second.provenance().json());
    ImageHeader written = ImageHeader.read(first.bytes(), "written");
    assertThat(written.width()).isEqualTo(first.width()).isEqualTo(picture.width());
    assertThat(written.height()).isEqualTo(first.height()).isEqualTo(picture.height());
    Pixels again = decode(first.bytes(), "written", new ArrayList<>());
    Pixels direct = decode(picture.bytes(), picture.file(), new ArrayList<>());
    assertThat(again.samples()).isEqualTo(direct.samples());
  }

  @Test
  void areaAverageIsTheMeanOfWhatIsCovered() {
    Pixels big = decode(Fixtures.bytes("formats/big.png"), "big.png", new ArrayList<>());
    byte[] expected = Fixtures.bytes("formats/big-64.raw");

    Pixels small = AreaAverage.shrink(big, 64, expected.length / 64);

    // A mean that lies on a half is the only one that may round the other way.
    assertThat(Fixtures.largestDifference(small, expected)).isLessThanOrEqualTo(1);
    int differing = 0;
    for (int i = 0; i < expected.length; i++) {
      differing += small.samples()[i] == expected[i] ? 0 : 1;
    }
    assertThat(differing).isLessThanOrEqualTo(2);
  }

  @Test
  void pngKeepsGreyAndColour() {
    for (int bands : new int[] {1, 3}) {
      byte[] samples = new byte[7 * 5 * bands];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (byte) (i * 37);
      }
      byte[] png = PngEncoder.encode(new Pixels(7, 5, bands, samples));
      List<Step> steps = new ArrayList<>();

      assertThat(decode(png, "x", steps).samples()).isEqualTo(samples);
      assertThat(steps).isEmpty();
    }
  }
}

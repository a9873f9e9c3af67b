package assay.datasets.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base64TextTest {

  @Test
  void agreesWithThePlatformsDecoder() {
    Random random = new Random(17);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[1 + random.nextInt(200)];
      random.nextBytes(bytes);
      assertThat(Base64Text.decode(Base64.getEncoder().encodeToString(bytes))).isEqualTo(bytes);
      assertThat(Base64Text.decode(Base64.getMimeEncoder().encodeToString(bytes))).isEqualTo(bytes);
      assertThat(Base64Text.decode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
          .isEqualTo(bytes);
      assertThat(
              Base64Text.decode(
                  " data:image/png;base64,\n" + Base64.getEncoder().encodeToString(bytes)))
          .isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "NULL",
      value = {
        "'YWJj!',character 5 (U+0021) is no Base64",
        "'YW=Jj',character 4 (U+004A) is no Base64",
        "'YWJj===',character 7 (U+003D) is no Base64",
        "'YWJjé',character 5 (U+00E9) is no Base64",
        "'YWJjY',the Base64 is cut off within a byte",
        "'',the text holds no Base64",
        "'  \n',the text holds no Base64",
        "'===',character 3 (U+003D) is no Base64",
        "'data:image/png,abc','the data URL is not of the form data:TYPE;base64,DATA'",
        "'data:image/png;base64','the data URL is not of the form data:TYPE;base64,DATA'"
      })
  void saysWhereATextIsNoBase64(String text, String said) {
    assertThatThrownBy(() -> Base64Text.decode(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(said);
  }

  @Test
  void decodesTwentyMegabytes() {
    byte[] bytes = new byte[20_000_000];
    new Random(1).nextBytes(bytes);
    assertThat(Base64Text.decode(Base64.getEncoder().encodeToString(bytes))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "iVBORw0KGgoAAAANSUhEUg,image/png",
    "/9j/4AAQSkZJRg,image/jpeg",
    "R0lGODlhAQABAIAAAP,image/gif",
    "UklGRiQAAABXRUJQVlA4,image/webp",
    "SUkqAAgAAAA,image/tiff"
  })
  void knowsPicturesByTheirFirstBytes(String text, String mime) {
    assertThat(PictureSignature.of(Base64Text.decode(text)).map(PictureSignature::mime))
        .contains(mime);
    byte[] none = "no picture".getBytes(StandardCharsets.UTF_8);
    assertThat(PictureSignature.of(none)).isEmpty();
    assertThat(PictureSignature.of(new byte[0])).isEmpty();
    byte[] dicom = new byte[140];
    System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, dicom, 128, 4);
    assertThat(PictureSignature.of(dicom)).contains(PictureSignature.DICOM);
  }
}

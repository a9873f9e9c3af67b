package assay.models.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Estimates of tokens; the pictures' values are the worked examples of OpenAI's guide (1024 × 1024,
 * 2048 × 4096).
 */
class TokenEstimateTest {

  @ParameterizedTest
  @CsvSource({"1024, 1024, 765", "2048, 4096, 1105", "512, 512, 255", "1, 1, 255"})
  void tilesFollowTheGuide(int width, int height, long tokens) {
    assertThat(ImageTokens.tiles(width, height)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource({"28, 28, 1", "29, 28, 2", "1024, 1024, 1369"})
  void patchesAreCountedWhereTheyBegin(int width, int height, long tokens) {
    assertThat(ImageTokens.patches(width, height)).isEqualTo(tokens);
  }

  @Test
  void otherScriptsTakeMoreTokensForACharacter() {
    assertThat(TextTokens.of("")).isEqualTo(TokenRange.NONE);
    assertThat(TextTokens.of("abcdefghijklmno")).isEqualTo(new TokenRange(3, 5));
    assertThat(TextTokens.of("胸部X線")).isEqualTo(new TokenRange(3, 9));
  }

  @Test
  void aPictureHasASize() {
    assertThatThrownBy(() -> ImageTokens.of(0, 7))
        .hasMessage("a picture of 0 x 7: expected at least 1 x 1");
  }
}

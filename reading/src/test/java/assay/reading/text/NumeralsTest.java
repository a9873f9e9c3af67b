package assay.reading.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "en | 5 mm | 5.0 mm",
        "en | 1,234.5 | 1234.5",
        "en | 1,5 | 1.0;5.0",
        "de | 2,5 cm | 2.5 cm",
        "de | 1,234,567 | 1234567.0",
        "en | .5 | 0.5",
        "en | -3 to +4 | -3.0 bound;4.0 bound",
        "en | 3-5 mm | 3.0 bound;5.0 mm bound",
        "en | 1.2e-3 | 0.0012",
        "en | 1.2 x 10^3 | 1200.0",
        "en | 10⁹ | 10.0",
        "en | 1.5×10⁻² | 0.015",
        "en | T4 L5 B12 | ``",
        "en | 2nd 3D 4x | ``",
        "en | 5 in the lung | 5.0",
        "en | 5 in. | 5.0 in",
        "en | 37 °C | 37.0 °c",
        "en | 60% | 60.0 %",
        "en | 120/80 mmHg | 120.0;80.0 mmhg",
        "ar | ٣٫٥ | 3.5",
        "hi | ४२ | 42.0",
        "en | 5mg | 5.0 mg",
        "en | < 7 | 7.0 bound",
        "en | at least 7 days | 7.0 days bound",
        "en | 1.2.3 | ``",
        "ja | 約３個 | 3.0",
        "en | 9e999 | ``"
      })
  void numbersInTexts(String language, String text, String expected) {
    assertThat(all(text, language)).isEqualTo(expected);
  }

  @SeededTest(count = 300)
  void noTextThrowsAndEveryNumberLiesWithin(Generators draw) {
    String text = draw.text() + draw.number() + draw.text();
    char[] folded = Folding.fold(text);
    assertThatCode(
            () ->
                Numerals.all(folded, 0, folded.length, "de")
                    .forEach(
                        found -> {
                          assertThat(found.value()).isFinite();
                          assertThat(found.start()).isLessThan(found.end());
                          assertThat(found.end()).isLessThanOrEqualTo(found.unitEnd());
                          assertThat(found.unitEnd()).isLessThanOrEqualTo(folded.length);
                        }))
        .doesNotThrowAnyException();
  }

  private static String all(String text, String language) {
    char[] folded = Folding.fold(text);
    List<Numerals.Found> found = Numerals.all(folded, 0, folded.length, language);
    return found.stream()
        .map(
            number ->
                number.value()
                    + (number.unit() == null ? "" : " " + number.unit())
                    + (number.bound() ? " bound" : ""))
        .collect(Collectors.joining(";"));
  }
}

package assay.reading.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import assay.reading.Scorers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scorer that is registered has a test of its contract, named after it. */
class EveryScorerIsTestedTest {

  @ParameterizedTest
  @MethodSource("names")
  void aContractTestBearsItsName(String name) throws ClassNotFoundException {
    StringBuilder test = new StringBuilder(getClass().getPackageName()).append('.');
    for (String part : name.split("-")) {
      test.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
    }
    Class<?> found = Class.forName(test.append("Test").toString());
    assertThat(ScorerContract.class).isAssignableFrom(found);
  }

  static List<String> names() {
    return Scorers.standard().names();
  }
}

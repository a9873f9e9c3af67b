package assay.evaluation.docs;

import static org.assertj.core.api.Assertions.assertThat;

import assay.evaluation.estimate.FewSamples;
import assay.statistics.interval.WilsonInterval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code docs/guide/claims.md} says how often Wilson's interval errs on one side: exact sums over
 * all outcomes, where the truth lies on the line.
 */
class WilsonOneSidedErrorTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/guide/claims.md");
  private static final double LEVEL = 0.95;
  private static final int MOST = 300;

  private static double lower(int right, int n) {
    return new WilsonInterval().interval(right, n, LEVEL).lower();
  }

  /** Binomial: so many right, or more. */
  private static double tail(int from, int n, double p) {
    double sum = 0;
    double odds = Math.log(p) - Math.log1p(-p);
    double term = n * Math.log1p(-p);
    for (int k = 0; k <= n; k++) {
      sum += k >= from ? Math.exp(term) : 0;
      term += Math.log(n - k) - Math.log(k + 1.0) + odds;
    }
    return sum;
  }

  /** Lower ends rise with what is right: from some number on all of them reach the line. */
  private static double error(int n, double line) {
    int from = 0;
    while (from <= n && lower(from, n) < line) {
      from++;
    }
    return tail(from, n, line);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.2",
    "2, 0.3",
    "3, 0.4",
    "8, 0.02",
    "50, 0.02",
    "100, 0.01",
    "100, 0.02",
    "100, 0.05",
    "100, 0.5"
  })
  void thePageSaysHowOftenALineIsWronglyReached(int n, double line) throws IOException {
    String row =
        "| " + n + " | " + Math.round(100 * line) + " % | " + percent(error(n, line)) + " |";
    assertThat(Files.readAllLines(PAGE)).contains(row);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2, 5, 10, 20})
  void thePageSaysTheWorstByWhatIsExpected(double expected) throws IOException {
    String least = expected == 0 ? "anything" : String.format(Locale.ROOT, "%.3g", expected);
    String row = "| " + shortened(least) + " | " + percent(worst(expected)) + " |";
    assertThat(Files.readAllLines(PAGE)).contains(row);
  }

  private static String shortened(String number) {
    return number.equals("anything") ? number : number.replaceAll("\\.?0+$", "") + " or more";
  }

  /** The error of a line is greatest where it is the lower end of an outcome. */
  private static double worst(double expected) {
    double worst = 0;
    for (int n = 1; n <= MOST; n++) {
      for (int right = 1; right <= n; right++) {
        double line = lower(right, n);
        if (n * Math.min(line, 1 - line) >= expected) {
          worst = Math.max(worst, tail(right, n, line));
        }
      }
    }
    return worst;
  }

  @Test
  void belowWhatIsWarnedOfTheErrorIsUpToTwiceTheNominalAndMore() {
    assertThat(worst(FewSamples.EXPECTED)).isBetween(0.05, 0.051);
    assertThat(FewSamples.ENOUGH).isEqualTo(30);
  }
}

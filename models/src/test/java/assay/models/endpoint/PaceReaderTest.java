package assay.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.exchange.Pace;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import com.openai.core.http.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceReaderTest {

  private static final PaceReader READER =
      new PaceReader(InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "retry-after | 20 | PT20S",
        "Retry-After | 0.5 | PT0.5S",
        "retry-after | 0 | PT0S",
        "retry-after-ms | 250 | PT0.25S",
        "retry-after | Sun, 22 Nov 2026 10:01:00 GMT | PT1M",
        "retry-after | Sun, 22 Nov 2026 09:00:00 GMT | PT0S",
        "retry-after | 999999999999 | PT8784H",
        "retry-after | -1 |",
        "retry-after | soon |",
        "retry-after | NaN |",
        "retry-after | 1e9 |",
        "retry-after | ٣ |",
      })
  void theWaitAskedForIsRead(String header, String value, Duration wait) {
    assertThat(READER.read(response(header, value)).retryAfter()).isEqualTo(wait);
  }

  @Test
  void aDateIsTakenByTheServersOwnClock() {
    Pace pace =
        READER.read(
            response(
                "date", "Sun, 22 Nov 2026 12:00:00 GMT",
                "retry-after", "Sun, 22 Nov 2026 12:00:30 GMT"));
    assertThat(pace.retryAfter()).isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({
    "1s, PT1S",
    "6m0s, PT6M",
    "120ms, PT0.12S",
    "1h2m3.5s, PT1H2M3.5S",
    "7m12s, PT7M12S",
    "1d2h, PT26H",
    "59.7, PT59.7S",
    "1795341660, PT1M",
    "1795341660000, PT1M",
    "x, ",
    "5m3, "
  })
  void theResetIsRead(String value, Duration reset) {
    assertThat(READER.read(response("x-ratelimit-reset-requests", value)).reset()).isEqualTo(reset);
  }

  @Test
  void theResetIsThatOfWhatIsUsedUp() {
    assertThat(reset(0, 5)).isEqualTo(Duration.ofSeconds(1));
    assertThat(reset(5, 0)).isEqualTo(Duration.ofSeconds(60));
    assertThat(reset(0, 0)).isEqualTo(Duration.ofSeconds(60));
    assertThat(reset(5, 5)).isEqualTo(Duration.ofSeconds(60));
  }

  private static Duration reset(int requests, int tokens) {
    return READER
        .read(
            response(
                "x-ratelimit-remaining-requests",
                Integer.toString(requests),
                "x-ratelimit-remaining-tokens",
                Integer.toString(tokens),
                "x-ratelimit-reset-requests",
                "1s",
                "x-ratelimit-reset-tokens",
                "60s"))
        .reset();
  }

  @Test
  void plainHeadersAreReadToo() {
    assertThat(READER.read(response("ratelimit-remaining", "7", "ratelimit-reset", "30")))
        .isEqualTo(new Pace(null, 7L, null, Duration.ofSeconds(30)));
    assertThat(READER.read(response("x-ratelimit-remaining", "0")).remainingRequests()).isZero();
    assertThat(READER.read(response())).isSameAs(Pace.UNKNOWN);
  }

  @Test
  void theMessageIsReadWhereNoHeaderSaysIt() {
    String message = "Rate limit reached for gpt-4 (RPD). Please try again in 7m12s. Visit …";
    assertThat(READER.read(response(), message).retryAfter()).isEqualTo(Duration.ofSeconds(432));
    assertThat(READER.read(response("retry-after", "3"), message).retryAfter())
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(READER.read(response(), "try again in a while")).isSameAs(Pace.UNKNOWN);
  }

  @SeededTest(count = 200)
  void noHeaderBreaksIt(Generators draw) {
    String text = draw.text();
    Pace pace =
        READER.read(
            response(
                "retry-after", text,
                "retry-after-ms", text,
                "date", text,
                "x-ratelimit-reset-requests", text,
                "x-ratelimit-remaining-requests", text),
            text);
    assertThat(pace.retryAfter() == null || !pace.retryAfter().isNegative()).isTrue();
  }

  private static Received response(String... headers) {
    Headers.Builder builder = Headers.builder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.put(headers[i], headers[i + 1]);
    }
    return new Received(429, builder.build(), new byte[0]);
  }
}

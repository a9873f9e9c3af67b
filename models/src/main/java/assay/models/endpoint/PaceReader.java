package assay.models.endpoint;

import assay.core.exchange.Pace;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an endpoint says about its pace: {@code Retry-After} (seconds or a date, RFC 9110
 * §10.2.3), {@code retry-after-ms}, OpenAI's {@code x-ratelimit-remaining-*} and {@code
 * x-ratelimit-reset-*} ({@code 6m0s}, {@code 120ms}), and the plain forms without a suffix, whose
 * reset may be a time since 1970 in seconds or milliseconds. What cannot be read is left out.
 */
final class PaceReader {

  private static final Pattern DURATION =
      Pattern.compile(
          "(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m(?!s))?"
              + "(?:(\\d{1,12}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,12}(?:\\.\\d{1,9})?)ms)?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d{1,9})?");
  private static final Pattern TRY_AGAIN =
      Pattern.compile("(?i)(?:try again|retry) (?:in|after) ([0-9.dhms]{2,24})\\b");
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final BigDecimal EPOCH_SECONDS = BigDecimal.valueOf(1_000_000_000L);
  private static final BigDecimal EPOCH_MILLIS = BigDecimal.valueOf(100_000_000_000L);

  private final InstantSource clock;

  PaceReader(InstantSource clock) {
    this.clock = clock;
  }

  /** The pace that a response's headers state. */
  Pace read(Received response) {
    Duration retryAfter = retryAfter(response);
    Long requests = count(response, "x-ratelimit-remaining-requests");
    Long tokens = count(response, "x-ratelimit-remaining-tokens");
    if (requests == null) {
      requests = count(response, "x-ratelimit-remaining");
    }
    if (requests == null) {
      requests = count(response, "ratelimit-remaining");
    }
    Duration reset = reset(response, requests, tokens);
    if (retryAfter == null && requests == null && tokens == null && reset == null) {
      return Pace.UNKNOWN;
    }
    return new Pace(retryAfter, requests, tokens, reset);
  }

  /** The same, with the wait that an error's message asks for where no header does. */
  Pace read(Received response, String message) {
    Pace pace = read(response);
    if (pace.retryAfter() != null) {
      return pace;
    }
    Matcher again = TRY_AGAIN.matcher(message);
    Duration wait = again.find() ? duration(again.group(1)) : null;
    if (wait == null) {
      return pace;
    }
    return new Pace(wait, pace.remainingRequests(), pace.remainingTokens(), pace.reset());
  }

  private @Nullable Duration retryAfter(Received response) {
    String millis = response.header("retry-after-ms");
    if (NUMBER.matcher(millis).matches()) {
      return scaled(new BigDecimal(millis), 6);
    }
    String value = response.header("retry-after").strip();
    if (NUMBER.matcher(value).matches()) {
      return scaled(new BigDecimal(value), 9);
    }
    return value.isEmpty() ? null : untilDate(value, response.header("date"));
  }

  /** From the server's own date where it gives one, so that clocks that differ do no harm. */
  private @Nullable Duration untilDate(String value, String serverDate) {
    try {
      Instant then = date(value);
      Instant now = clock.instant();
      try {
        now = date(serverDate);
      } catch (DateTimeException e) {
        // No date or none that can be read: this machine's clock has to do.
      }
      return clamped(Duration.between(now, then));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant date(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  /** When the window begins anew that is used up; where none or both are, the later one. */
  private @Nullable Duration reset(
      Received response, @Nullable Long requests, @Nullable Long tokens) {
    Duration ofRequests = resetOf(response, "x-ratelimit-reset-requests");
    Duration ofTokens = resetOf(response, "x-ratelimit-reset-tokens");
    if (ofRequests == null) {
      ofRequests = resetOf(response, "x-ratelimit-reset");
    }
    if (ofRequests == null) {
      ofRequests = resetOf(response, "ratelimit-reset");
    }
    boolean noRequests = requests != null && requests == 0;
    boolean noTokens = tokens != null && tokens == 0;
    if (ofRequests == null || (noTokens && !noRequests && ofTokens != null)) {
      return ofTokens;
    }
    if (ofTokens == null || (noRequests && !noTokens)) {
      return ofRequests;
    }
    return ofRequests.compareTo(ofTokens) >= 0 ? ofRequests : ofTokens;
  }

  private @Nullable Duration resetOf(Received response, String header) {
    String value = response.header(header).strip();
    if (!NUMBER.matcher(value).matches()) {
      return duration(value);
    }
    BigDecimal number = new BigDecimal(value);
    if (number.compareTo(EPOCH_SECONDS) < 0) {
      return scaled(number, 9);
    }
    long millis =
        number.compareTo(EPOCH_MILLIS) < 0
            ? number.movePointRight(3).longValue()
            : number.longValue();
    return clamped(Duration.between(clock.instant(), Instant.ofEpochMilli(millis)));
  }

  /** A duration such as {@code 1h2m3.5s} or {@code 120ms}, or null. */
  static @Nullable Duration duration(String text) {
    Matcher match = DURATION.matcher(text);
    if (text.isEmpty() || !match.matches()) {
      return null;
    }
    Duration sum = Duration.ZERO;
    for (int group = 1; group <= 5; group++) {
      String number = match.group(group);
      if (number != null) {
        BigDecimal value = new BigDecimal(number);
        sum =
            sum.plus(
                switch (group) {
                  case 1 -> Duration.ofDays(value.longValue());
                  case 2 -> Duration.ofHours(value.longValue());
                  case 3 -> Duration.ofMinutes(value.longValue());
                  case 4 -> scaled(value, 9);
                  default -> scaled(value, 6);
                });
      }
    }
    return clamped(sum);
  }

  private static @Nullable Long count(Received response, String header) {
    String value = response.header(header).strip();
    return NUMBER.matcher(value).matches() ? new BigDecimal(value).longValue() : null;
  }

  private static Duration scaled(BigDecimal value, int decimals) {
    BigDecimal nanos = value.movePointRight(decimals);
    return nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) > 0
        ? LONGEST
        : Duration.ofNanos(nanos.longValue());
  }

  private static Duration clamped(Duration time) {
    if (time.isNegative()) {
      return Duration.ZERO;
    }
    return time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }
}

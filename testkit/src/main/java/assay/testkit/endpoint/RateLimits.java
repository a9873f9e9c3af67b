package assay.testkit.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Refusals with status 429, in the many ways in which servers say when to come back: "slow down",
 * which passes, and "the quota is gone", which does not.
 */
public final class RateLimits {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private RateLimits() {}

  /** "Slow down" without a word when to come back. */
  public static RawReply slowDown() {
    return Faults.error(
        429,
        "requests",
        "rate_limit_exceeded",
        "Rate limit reached for requests per min (RPM): Limit 500, Used 500, Requested 1.");
  }

  /** "Slow down" with {@code Retry-After} in whole seconds. */
  public static RawReply retryAfter(long seconds) {
    return slowDown().header("Retry-After", Long.toString(seconds));
  }

  /** "Slow down" with {@code Retry-After} as an HTTP date, which has whole seconds. */
  public static RawReply retryAt(Instant time) {
    return slowDown().header("Retry-After", httpDate(time));
  }

  /** "Slow down" with {@code retry-after-ms}, as Azure and OpenAI send beside the other. */
  public static RawReply retryAfterMillis(long millis) {
    return slowDown()
        .header("retry-after-ms", Long.toString(millis))
        .header("Retry-After", Long.toString((millis + 999) / 1000));
  }

  /**
   * "Slow down" with the {@code x-ratelimit} headers of requests and tokens: no request is left.
   */
  public static RawReply requestsUsedUp(int limit, Duration resetsAfter) {
    return withLimits(slowDown(), limit, 0, resetsAfter);
  }

  /** "Slow down" because of tokens a minute, with the {@code x-ratelimit} headers. */
  public static RawReply tokensUsedUp(int limit, Duration resetsAfter) {
    return Faults.error(
            429,
            "tokens",
            "rate_limit_exceeded",
            "Rate limit reached on tokens per min (TPM): Limit " + limit + ", Used " + limit + ".")
        .header("x-ratelimit-limit-tokens", Integer.toString(limit))
        .header("x-ratelimit-remaining-tokens", "0")
        .header("x-ratelimit-reset-tokens", span(resetsAfter));
  }

  /** The reply, and on it what is left of the requests: for good replies near the limit, too. */
  public static RawReply withLimits(
      RawReply reply, int limit, int remaining, Duration resetsAfter) {
    return reply
        .header("x-ratelimit-limit-requests", Integer.toString(limit))
        .header("x-ratelimit-remaining-requests", Integer.toString(remaining))
        .header("x-ratelimit-reset-requests", span(resetsAfter));
  }

  /** The money is used up: {@code insufficient_quota}, no word when to come back. */
  public static RawReply insufficientQuota() {
    return Faults.error(
        429,
        "insufficient_quota",
        "insufficient_quota",
        "You exceeded your current quota, please check your plan and billing details.");
  }

  /** The day's requests are used up: back tomorrow, in {@code Retry-After} and in the text. */
  public static RawReply dailyQuota(Duration untilReset) {
    return Faults.error(
            429,
            "requests",
            "rate_limit_exceeded",
            "Rate limit reached on requests per day (RPD): Limit 200, Used 200, Requested 1. Please"
                + " try again in "
                + span(untilReset)
                + ".")
        .header("Retry-After", Long.toString(untilReset.toSeconds()))
        .header("x-ratelimit-limit-requests", "200")
        .header("x-ratelimit-remaining-requests", "0")
        .header("x-ratelimit-reset-requests", span(untilReset));
  }

  /** The date as {@code Sun, 06 Nov 1994 08:49:37 GMT} (RFC 9110, section 5.6.7). */
  public static String httpDate(Instant time) {
    return HTTP_DATE.format(time);
  }

  /** A span as OpenAI writes it: {@code 20ms}, {@code 1s}, {@code 6m0s}, {@code 24h0m0s}. */
  static String span(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      return time.toMillis() + "ms";
    }
    var text = new StringBuilder();
    if (time.toHours() > 0) {
      text.append(time.toHours()).append('h');
    }
    if (time.toMinutes() > 0) {
      text.append(time.toMinutesPart()).append('m');
    }
    text.append(time.toSecondsPart());
    if (time.toMillisPart() > 0) {
      text.append(String.format(Locale.ROOT, ".%03d", time.toMillisPart()));
    }
    return text.append('s').toString();
  }
}

package assay.models.endpoint;

import assay.core.exchange.Attempt.Failed;
import assay.core.exchange.FailureKind;
import assay.core.exchange.Pace;
import assay.core.exchange.Request;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a response that is no success what kind of failure it is. Status first, then the codes
 * of the body, then its words where servers give no code. The list of patterns is in {@code
 * docs/guide/endpoints.md}.
 */
final class ErrorReader {

  private static final int LONGEST_MESSAGE = 240;
  private static final Duration LONG_WAIT = Duration.ofHours(1);

  private static final List<String> CONTEXT =
      List.of(
          "context_length_exceeded",
          "exceed_context_size",
          "maximum context length",
          "context window",
          "exceeds the available context size",
          "longer than the model's context",
          "longer than the maximum model length",
          "is too long",
          "too many tokens",
          "maximum number of tokens",
          "exceeds the maximum length");
  private static final List<String> FILTER =
      List.of(
          " content_filter ",
          "responsibleaipolicyviolation",
          "content_policy_violation",
          "content management policy",
          "data_inspection_failed",
          "flagged by moderation",
          "requires moderation");
  private static final List<String> QUOTA =
      List.of(
          " insufficient_quota ",
          "billing_hard_limit",
          "insufficient_balance",
          "insufficient balance",
          "insufficient credits",
          "credit balance is too low");
  private static final List<String> MODEL =
      List.of(
          " model_not_found ",
          " deploymentnotfound ",
          "invalid model name",
          "invalid_api_key",
          "api key not valid");

  private final EndpointSpec spec;
  private final PaceReader paces;
  private final @Nullable ApiKey key;

  ErrorReader(EndpointSpec spec, PaceReader paces, @Nullable ApiKey key) {
    this.spec = spec;
    this.paces = paces;
    this.key = key;
  }

  /** The failure that a response with no success stands for. */
  Failed read(Received response, Request request) {
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      return new Failed(
          FailureKind.UNUSABLE,
          spec.origin() + ": redirects to " + place(response) + "; redirects are refused",
          1,
          Pace.UNKNOWN);
    }
    ErrorBody body = ErrorBody.of(response.bytes());
    Pace pace = paces.read(response, body.message());
    FailureKind kind = kind(status, body, pace);
    return new Failed(kind, message(status, kind, body, request), 1, pace);
  }

  /** The failure that an error within a response of status 200 stands for. */
  Failed readWithin(Received response, ErrorBody body, Request request) {
    int status = statusWithin(body);
    Pace pace = paces.read(response, body.message());
    FailureKind kind = status == 200 ? kindOfUnknown(body) : kind(status, body, pace);
    return new Failed(kind, message(status, kind, body, request), 1, pace);
  }

  private static int statusWithin(ErrorBody body) {
    for (String code : body.codes().split(" ", -1)) {
      if (code.matches("[45]\\d\\d")) {
        return Integer.parseInt(code);
      }
    }
    return 200;
  }

  private static FailureKind kindOfUnknown(ErrorBody body) {
    return told(body).orElse(FailureKind.INVALID_RESPONSE);
  }

  private static FailureKind kind(int status, ErrorBody body, Pace pace) {
    return switch (status) {
      case 402 -> FailureKind.QUOTA_EXHAUSTED;
      case 408 -> FailureKind.TIMEOUT;
      case 429 -> limited(body, pace);
      case 401, 407 -> FailureKind.UNUSABLE;
      case 403 -> holds(body, FILTER) ? FailureKind.CONTENT_FILTERED : FailureKind.UNUSABLE;
      case 404, 405 -> told(body).orElse(FailureKind.UNUSABLE);
      case 409, 423, 425 -> FailureKind.SERVER;
      default -> {
        if (status < 400) {
          yield FailureKind.INVALID_RESPONSE;
        }
        yield told(body).orElse(status < 500 ? FailureKind.REJECTED : FailureKind.SERVER);
      }
    };
  }

  /** What the body tells by itself, whatever the status. */
  private static Optional<FailureKind> told(ErrorBody body) {
    if (holds(body, FILTER)) {
      return Optional.of(FailureKind.CONTENT_FILTERED);
    }
    if (holds(body, CONTEXT)) {
      return Optional.of(FailureKind.CONTEXT_TOO_LONG);
    }
    if (holds(body, QUOTA)) {
      return Optional.of(FailureKind.QUOTA_EXHAUSTED);
    }
    String message = body.message().toLowerCase(Locale.ROOT);
    boolean noModel =
        message.contains("model")
            && (message.contains("does not exist") || message.contains("not found"));
    return noModel || holds(body, MODEL) ? Optional.of(FailureKind.UNUSABLE) : Optional.empty();
  }

  /** "Slow down" or "nothing left": Google says "quota" for both, and a wait for the first. */
  private static FailureKind limited(ErrorBody body, Pace pace) {
    if (holds(body, QUOTA)) {
      return FailureKind.QUOTA_EXHAUSTED;
    }
    Duration wait = pace.retryAfter();
    boolean used = body.message().toLowerCase(Locale.ROOT).contains("exceeded your current quota");
    return used && (wait == null || wait.compareTo(LONG_WAIT) > 0)
        ? FailureKind.QUOTA_EXHAUSTED
        : FailureKind.RATE_LIMITED;
  }

  private static boolean holds(ErrorBody body, List<String> patterns) {
    String text = body.codes() + "\n" + body.message().toLowerCase(Locale.ROOT);
    return patterns.stream().anyMatch(text::contains);
  }

  private String message(int status, FailureKind kind, ErrorBody body, Request request) {
    StringBuilder message = new StringBuilder(spec.origin());
    message.append(": HTTP ").append(status);
    if (status == 401 || (status == 403 && kind == FailureKind.UNUSABLE)) {
      // What it says here may hold a part of the key.
      return message
          .append(
              key == null
                  ? ", and no key was sent"
                  : ", the key of " + key.source() + " is refused")
          .toString();
    }
    if (status == 404 && kind == FailureKind.UNUSABLE) {
      message.append(" for model '").append(spec.model()).append('\'');
    }
    String words = body.message().strip().replaceAll("\\s+", " ");
    if (!words.isEmpty()) {
      words = RequestEcho.removed(key == null ? words : key.removedFrom(words), request);
      if (words.length() > LONGEST_MESSAGE) {
        words = words.substring(0, LONGEST_MESSAGE - 1) + "…";
      }
      message.append(": ").append(words);
    }
    return message.toString();
  }

  /** The place of a redirect without its query, which may hold anything. */
  private static String place(Received response) {
    String location = response.header("location");
    try {
      URI place = URI.create(location);
      if (place.getHost() == null) {
        return "'" + place.getPath() + "'";
      }
      String port = place.getPort() < 0 ? "" : ":" + place.getPort();
      return place.getScheme() + "://" + place.getHost() + port + place.getPath();
    } catch (IllegalArgumentException e) {
      return "another place";
    }
  }
}

package assay.testkit.endpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Everything that was asked of an endpoint, for assertions. Safe for use by many threads; a count
 * is taken before the client can see what it counts, so that a test may look as soon as it has its
 * reply.
 */
public final class Traffic {
  /** Only a hanging test waits so long; nothing depends on the time. */
  private static final long GUARD_SECONDS = 60;

  /** How a request ended. */
  enum Fate {
    SENT,
    CUT,
    ABANDONED
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final int kept;

  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<Elsewhere> elsewhere = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private long connections;
  private long open;
  private long requests;
  private long replies;
  private long cut;
  private long abandoned;
  private long inFlight;
  private long maxInFlight;
  private long bytesIn;
  private long firstNanos;
  private long lastNanos;

  Traffic(int kept) {
    this.kept = kept;
  }

  /** The counters now. */
  public Counters counters() {
    return locked(
        () ->
            new Counters(
                connections,
                open,
                requests,
                replies,
                cut,
                abandoned,
                inFlight,
                maxInFlight,
                bytesIn,
                lastNanos - firstNanos));
  }

  /** The requests in the order of arrival; later ones than the endpoint keeps are only counted. */
  public List<Exchange> exchanges() {
    return locked(() -> List.copyOf(exchanges));
  }

  /** The newest request kept. */
  public Exchange last() {
    List<Exchange> all = exchanges();
    if (all.isEmpty()) {
      throw new AssertionError("the endpoint has had no request");
    }
    return all.getLast();
  }

  /** Requests that were not for chat completions. */
  public List<Elsewhere> elsewhere() {
    return locked(() -> List.copyOf(elsewhere));
  }

  /** In what the client broke the protocol; such requests were answered with status 400. */
  public List<String> problems() {
    return locked(() -> List.copyOf(problems));
  }

  /** How often each body arrived, by its SHA-256. */
  public SortedMap<String, Integer> bodies() {
    return locked(() -> Collections.unmodifiableSortedMap(new TreeMap<>(seen)));
  }

  /** How many different bodies have arrived. */
  public int distinctBodies() {
    return locked(seen::size);
  }

  /** How often the body with this SHA-256 arrived. */
  public int times(String bodySha256) {
    return locked(() -> seen.getOrDefault(bodySha256, 0));
  }

  /** Waits until so many requests have arrived. */
  public void awaitRequests(long n) {
    await(n + " requests", () -> requests >= n);
  }

  /** Waits until so many requests are in flight at once. */
  public void awaitInFlight(long n) {
    await(n + " requests in flight", () -> inFlight >= n);
  }

  /** Waits until no request is in flight. */
  public void awaitIdle() {
    await("no request in flight", () -> inFlight == 0);
  }

  /** Waits until clients have left before so many replies. */
  public void awaitAbandoned(long n) {
    await(n + " abandoned requests", () -> abandoned >= n);
  }

  /** Waits until so many connections are open. */
  public void awaitOpen(long n) {
    await(n + " open connections", () -> open == n);
  }

  /** Forgets everything but what is open or in flight. */
  public void reset() {
    locked(
        () -> {
          exchanges.clear();
          elsewhere.clear();
          problems.clear();
          seen.clear();
          connections = open;
          requests = 0;
          replies = 0;
          cut = 0;
          abandoned = 0;
          maxInFlight = inFlight;
          bytesIn = 0;
          firstNanos = 0;
          lastNanos = 0;
          return true;
        });
  }

  void connected() {
    locked(
        () -> {
          open++;
          return connections++;
        });
  }

  void disconnected() {
    locked(() -> open--);
  }

  /** Counts a request and gives it its number and the number of its try. */
  Exchange arrived(long connection, String path, Headers headers, ParsedBody parsed) {
    return locked(
        () -> {
          long now = System.nanoTime();
          if (requests++ == 0) {
            firstNanos = now;
            lastNanos = now;
          }
          inFlight++;
          maxInFlight = Math.max(maxInFlight, inFlight);
          bytesIn += parsed.body().size();
          int attempt = seen.merge(parsed.sha256(), 1, Integer::sum);
          var exchange =
              new Exchange(
                  requests,
                  connection,
                  attempt,
                  path,
                  headers,
                  parsed.body(),
                  parsed.sha256(),
                  parsed.json(),
                  parsed.messages());
          if (exchanges.size() < kept) {
            exchanges.add(exchange);
          }
          return exchange;
        });
  }

  /** Counts the end of a request, before the client can know of it. */
  void ended(Fate fate) {
    locked(
        () -> {
          inFlight--;
          lastNanos = System.nanoTime();
          return switch (fate) {
            case SENT -> replies++;
            case CUT -> cut++;
            case ABANDONED -> abandoned++;
          };
        });
  }

  /** What was counted as sent did not go out: the client had left. */
  void lost() {
    locked(
        () -> {
          replies--;
          return abandoned++;
        });
  }

  void elsewhere(Elsewhere request) {
    locked(() -> elsewhere.add(request));
  }

  void problem(String message) {
    locked(() -> problems.add(message));
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      T result = action.get();
      changed.signalAll();
      return result;
    } finally {
      lock.unlock();
    }
  }

  private void await(String what, BooleanSupplier condition) {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(GUARD_SECONDS);
      while (!condition.getAsBoolean()) {
        if (left <= 0) {
          throw new AssertionError(
              "waited " + GUARD_SECONDS + " s for " + what + "; now " + counters());
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + what, e);
    } finally {
      lock.unlock();
    }
  }
}

package assay.testkit.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says what the endpoint does with each request. A script must depend on the exchange alone, and
 * hold no state, so that the same requests meet the same fate in whatever order threads bring them;
 * those made here by {@link #first} and {@link #everyNth} depend on the order of arrival, those by
 * {@link #firstTries} and {@link #seededFaults} do not.
 */
@FunctionalInterface
public interface Script {
  /** What happens to this request. Called on the connection's thread; must not block. */
  Behaviour behave(Exchange exchange);

  /** The same for every request. */
  static Script always(Behaviour behaviour) {
    return exchange -> behaviour;
  }

  /** These in order of arrival; the last one for all that follow. */
  static Script inOrder(Behaviour... behaviours) {
    List<Behaviour> list = List.of(behaviours);
    if (list.isEmpty()) {
      throw new IllegalArgumentException("inOrder needs at least one behaviour");
    }
    return exchange -> list.get((int) Math.min(exchange.number(), list.size()) - 1);
  }

  /** {@code behaviour} for the first {@code n} requests to arrive. */
  static Branch first(int n, Behaviour behaviour) {
    return when(exchange -> exchange.number() <= n, behaviour);
  }

  /** {@code behaviour} for the first {@code n} tries of every distinct body. */
  static Branch firstTries(int n, Behaviour behaviour) {
    return when(exchange -> exchange.attempt() <= n, behaviour);
  }

  /** {@code behaviour} for the requests number {@code n}, {@code 2n}, {@code 3n}… */
  static Branch everyNth(int n, Behaviour behaviour) {
    if (n < 1) {
      throw new IllegalArgumentException("everyNth needs n ≥ 1, not " + n);
    }
    return when(exchange -> exchange.number() % n == 0, behaviour);
  }

  /** {@code behaviour} for the requests that hold this text in a message. */
  static Branch whenTextHolds(String text, Behaviour behaviour) {
    return when(exchange -> exchange.text().contains(text), behaviour);
  }

  /** {@code behaviour} for the requests that fit. */
  static Branch when(Predicate<Exchange> fits, Behaviour behaviour) {
    return new Branch(fits, behaviour);
  }

  /** 401 for every request without this bearer token. */
  static Branch withoutKey(String key) {
    return when(
        exchange -> !exchange.headers().all("Authorization").equals(List.of("Bearer " + key)),
        Faults.unauthorized());
  }

  /** Faults drawn per thousand, from the seed, the body and the number of the try. */
  static SeededFaults seededFaults(long seed) {
    return new SeededFaults(seed, List.of());
  }

  /** The same, each reply {@code latency} after its request arrived. */
  default Script delayedBy(Duration latency) {
    return latency.isZero() ? this : exchange -> behave(exchange).after(latency);
  }

  /** The same, each reply once the gate is open. */
  default Script behind(Gate gate) {
    return exchange -> behave(exchange).behind(gate);
  }

  /**
   * The first half of a script: who meets {@code behaviour}. {@link #then} says what the others
   * meet.
   *
   * @param fits which requests
   * @param behaviour what they meet
   */
  record Branch(Predicate<Exchange> fits, Behaviour behaviour) {
    /** And the others meet what that script says. */
    public Script then(Script script) {
      return exchange -> fits.test(exchange) ? behaviour : script.behave(exchange);
    }

    /** And the others meet that. */
    public Script then(Behaviour other) {
      return then(Script.always(other));
    }
  }
}

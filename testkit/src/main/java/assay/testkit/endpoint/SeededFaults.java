package assay.testkit.endpoint;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Faults at rates per thousand. The draw depends on the seed, the request's body and the number of
 * the try, not on the order of arrival: a run is disturbed in the same places whatever its threads
 * do, and a second try may pass.
 *
 * @param seed of the draws
 * @param faults each drawn for itself, in this order; the first that hits happens
 */
public record SeededFaults(long seed, List<Fault> faults) {
  /**
   * A fault and how often it happens.
   *
   * @param perThousand 0 to 1000
   * @param script what happens
   */
  public record Fault(int perThousand, Script script) {
    /** Refuses rates that are none. */
    public Fault {
      if (perThousand < 0 || perThousand > 1000) {
        throw new IllegalArgumentException("a rate is 0 to 1000 per thousand, not " + perThousand);
      }
    }
  }

  /** Copies the list. */
  public SeededFaults {
    faults = List.copyOf(faults);
  }

  /** These faults and one more. */
  public SeededFaults perThousand(int rate, Behaviour behaviour) {
    return perThousand(rate, Script.always(behaviour));
  }

  /** These faults and one more that depends on the request, such as a late answer. */
  public SeededFaults perThousand(int rate, Script script) {
    var more = new ArrayList<>(faults);
    more.add(new Fault(rate, script));
    return new SeededFaults(seed, more);
  }

  /** And requests without a fault meet what that script says. */
  public Script then(Script script) {
    return exchange -> {
      var random = RandomSource.SPLIT_MIX_64.create(stateFor(exchange));
      for (Fault fault : faults) {
        if (random.nextInt(1000) < fault.perThousand()) {
          return fault.script().behave(exchange);
        }
      }
      return script.behave(exchange);
    };
  }

  /** And requests without a fault meet that. */
  public Script then(Behaviour other) {
    return then(Script.always(other));
  }

  private long stateFor(Exchange exchange) {
    long body = HexFormat.fromHexDigitsToLong(exchange.bodySha256(), 0, 16);
    return (seed * 31 + exchange.attempt()) * 0x9e3779b97f4a7c15L ^ body;
  }
}

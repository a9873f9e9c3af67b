package assay.evaluation.runner;

import assay.core.exchange.Usage;
import java.util.OptionalDouble;

/** What tokens cost. */
@FunctionalInterface
public interface Pricing {

  /** No price is known. */
  Pricing UNKNOWN = usage -> OptionalDouble.empty();

  /** The cost of one exchange, or empty where it is not known. */
  OptionalDouble cost(Usage usage);
}

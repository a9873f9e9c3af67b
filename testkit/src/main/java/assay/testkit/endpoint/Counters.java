package assay.testkit.endpoint;

/**
 * What an endpoint has seen so far. Only chat-completions requests count as requests.
 *
 * @param connections accepted
 * @param open connections open now
 * @param requests read whole and given to the script
 * @param replies sent whole, errors with a status among them
 * @param cut ended by the script before the reply was whole
 * @param abandoned the client left before the reply was whole
 * @param inFlight requests without an end as yet
 * @param maxInFlight the most there ever were
 * @param bytesIn bytes of the requests' bodies
 * @param windowNanos from the first request to the last end of one
 */
public record Counters(
    long connections,
    long open,
    long requests,
    long replies,
    long cut,
    long abandoned,
    long inFlight,
    long maxInFlight,
    long bytesIn,
    long windowNanos) {}

package assay.testkit.endpoint;

/**
 * A request that was not for chat completions.
 *
 * @param method {@code GET}…
 * @param path path and query
 * @param status how it was answered
 */
public record Elsewhere(String method, String path, int status) {}

package assay.testkit.endpoint;

/**
 * The {@code usage} block of a reply, in tokens.
 *
 * @param prompt of the prompt
 * @param completion of the reply, reasoning included
 * @param reasoning of which reasoning
 * @param cached of the prompt, of which from the provider's cache
 */
public record TokenUsage(int prompt, int completion, int reasoning, int cached) {
  /** Usage without reasoning and without a cache. */
  public static TokenUsage of(int prompt, int completion) {
    return new TokenUsage(prompt, completion, 0, 0);
  }
}

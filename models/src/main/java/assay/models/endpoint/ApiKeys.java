package assay.models.endpoint;

import assay.core.AssayException;
import assay.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Keys, from the environment and from nowhere else. In this order: the variable that {@code
 * key-env} names; {@code ASSAY_KEY_HOST_PORT}; {@code ASSAY_KEY_HOST} (letters upper-case, all else
 * an underscore); for OpenAI's own host {@code OPENAI_API_KEY}; for Azure's {@code
 * AZURE_OPENAI_API_KEY}. OpenAI's key goes to no other host unless {@code key-env} says so.
 */
public final class ApiKeys {

  private static final int LONGEST = 8192;

  private final Map<String, String> environment;

  private ApiKeys(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Keys of this process's environment. */
  public static ApiKeys fromEnvironment() {
    return new ApiKeys(System.getenv());
  }

  /** Keys of a given environment. */
  public static ApiKeys of(Map<String, String> environment) {
    return new ApiKeys(environment);
  }

  /**
   * The key for an endpoint; empty where it may do without.
   *
   * @throws AssayException if {@code key-env} names a variable that is not set, if OpenAI or Azure
   *     would be asked without a key, or if a key holds what no header can
   */
  public Optional<ApiKey> find(EndpointSpec spec) {
    List<String> names = names(spec);
    for (String name : names) {
      String value = environment.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        return Optional.of(checked(name, value, spec));
      }
    }
    if (spec.keyEnv() != null || isOpenAi(spec) || spec.dialect().azure()) {
      throw AssayException.endpoint(
          Problem.of("there is no key for " + spec.origin())
              .at(spec.name())
              .expected("a key in the environment variable " + String.join(" or ", names))
              .remedy("export " + names.getLast() + "=…"));
    }
    return Optional.empty();
  }

  private static List<String> names(EndpointSpec spec) {
    if (spec.keyEnv() != null) {
      return List.of(spec.keyEnv());
    }
    List<String> names = new ArrayList<>();
    String host = variable(spec.base().getHost());
    if (spec.base().getPort() >= 0) {
      names.add(host + "_" + spec.base().getPort());
    }
    names.add(host);
    if (isOpenAi(spec)) {
      names.add("OPENAI_API_KEY");
    }
    if (spec.dialect().azure()) {
      names.add("AZURE_OPENAI_API_KEY");
    }
    return names;
  }

  private static boolean isOpenAi(EndpointSpec spec) {
    return spec.base().getHost().equalsIgnoreCase(EndpointSpec.OPENAI.getHost());
  }

  private static String variable(String host) {
    return "ASSAY_KEY_"
        + host.toUpperCase(Locale.ROOT).replaceAll("^\\[|]$", "").replaceAll("[^A-Z0-9]", "_");
  }

  private static ApiKey checked(String name, String value, EndpointSpec spec) {
    boolean sendable = value.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    if (!sendable || value.length() > LONGEST) {
      throw AssayException.endpoint(
          Problem.of("the key in " + name + " cannot be sent in a header")
              .at(spec.name())
              .expected("up to " + LONGEST + " printable ASCII characters without a space"));
    }
    return new ApiKey(name, value);
  }
}

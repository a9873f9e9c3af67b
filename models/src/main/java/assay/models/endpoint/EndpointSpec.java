package assay.models.endpoint;

import assay.core.AssayException;
import assay.models.spec.ModelSpec;
import assay.models.spec.SpecOption;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a model is and how it wants to be asked: {@code openai:NAME@URL,key=value…}, read and
 * checked. Holds no key.
 *
 * @param model the model's name, sent as it is (Azure's older form: the deployment's)
 * @param base address without query and without a slash at its end
 * @param query parameters of the address, for example {@code api-version}
 * @param dialect how the endpoint wants to be addressed
 * @param tokens under which name the most tokens are sent
 * @param detail OpenAI's {@code detail} of every picture, or null to leave it to the endpoint
 * @param extra a JSON object whose members are added to every request, or null
 * @param keyEnv the environment variable that holds the key, or null to look for the usual ones
 * @param timeout the longest that one exchange may take as a whole
 * @param connectTimeout the longest that a connection may take
 * @param proxy address of an HTTP proxy, or null for none
 */
public record EndpointSpec(
    String model,
    URI base,
    SequencedMap<String, String> query,
    Dialect dialect,
    TokenParameter tokens,
    @Nullable String detail,
    @Nullable String extra,
    @Nullable String keyEnv,
    Duration timeout,
    Duration connectTimeout,
    @Nullable URI proxy) {

  /** Where a model is looked for that names no address. */
  public static final URI OPENAI = URI.create("https://api.openai.com/v1");

  /** The parameter that names the version of Azure's older form. */
  static final String API_VERSION = "api-version";

  /** Its value unless the address holds one: Azure's newest that is stable. */
  static final String USUAL_API_VERSION = "2024-10-21";

  /** The longest that an exchange may take unless the specification says otherwise. */
  public static final Duration TIMEOUT = Duration.ofMinutes(10);

  /** The longest that a connection may take unless the specification says otherwise. */
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** The options that {@code openai:} takes. */
  public static final List<SpecOption> OPTIONS =
      List.of(
          new SpecOption(
              "tokens",
              "max_tokens, max_completion_tokens",
              "how the most tokens of a reply are sent; the second for OpenAI and Azure, else the"
                  + " first"),
          new SpecOption(
              "api", "openai, azure, azure-v1", "the form of address; by default the host says it"),
          new SpecOption("key-env", "a name", "the environment variable that holds the key"),
          new SpecOption("timeout", "seconds", "the longest that one exchange may take; 600"),
          new SpecOption("connect-timeout", "seconds", "the longest that connecting may take; 10"),
          new SpecOption("detail", "low, high, auto", "OpenAI's 'detail' of every picture"),
          new SpecOption("extra", "a JSON object", "members added to every request's JSON"),
          new SpecOption(
              "proxy",
              "http://HOST:PORT",
              "an HTTP proxy; that of the environment is" + " not used"));

  public EndpointSpec {
    query = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(query));
  }

  /**
   * Reads what stands behind {@code openai:}.
   *
   * @throws AssayException with every problem of address and options
   */
  public static EndpointSpec of(ModelSpec spec) {
    return new EndpointSpecParser(spec).parse();
  }

  /** The name in results: specification without what cannot change a reply. */
  public String name() {
    StringBuilder name = new StringBuilder("openai:").append(model);
    if (!base.equals(OPENAI) || !query.isEmpty()) {
      name.append('@').append(address());
    }
    if (detail != null) {
      name.append(",detail=").append(detail);
    }
    if (extra != null) {
      name.append(",extra=").append(extra);
    }
    return name.toString();
  }

  /** Address with its query. */
  public String address() {
    if (query.isEmpty()) {
      return base.toString();
    }
    List<String> pairs =
        query.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList();
    return base + "?" + String.join("&", pairs);
  }

  /** Scheme, host and port, as messages name the endpoint. */
  public String origin() {
    return base.getScheme() + "://" + base.getRawAuthority();
  }

  /**
   * What decides a reply besides the request: address, model, form, and what is added to requests.
   */
  public String identity() {
    return String.join(
        "\n",
        "openai-chat-completions",
        address(),
        model,
        dialect.id(),
        tokens.id(),
        "detail=" + (detail == null ? "" : detail),
        "extra=" + (extra == null ? "" : extra));
  }
}

package assay.models.endpoint;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.models.spec.ModelSpec;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code NAME@URL} and the options of {@code openai:}, gathering every problem. */
final class EndpointSpecParser {

  private static final Pattern ADDRESS = Pattern.compile("@(?=https?://)");

  /** What stands behind the @ is meant as an address: other schemes, localhost, HOST:PORT. */
  private static final Pattern NO_SCHEME =
      Pattern.compile(".*@([a-z]+://.*|localhost(/.*)?|[\\w.-]+:\\d+(/.*)?)");

  private static final Pattern DEPLOYMENT = Pattern.compile("(.*)/openai/deployments/([^/]+)");
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(key|token|secret|sig|code|password|auth).*");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final List<String> DETAILS = List.of("low", "high", "auto");
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

  private final ModelSpec spec;
  private final ProblemReport problems = new ProblemReport();
  private final SequencedMap<String, String> query = new LinkedHashMap<>();
  private @Nullable String deployment;

  EndpointSpecParser(ModelSpec spec) {
    this.spec = spec;
  }

  EndpointSpec parse() {
    String model = spec.subject();
    String url = EndpointSpec.OPENAI.toString();
    Matcher at = ADDRESS.matcher(spec.subject());
    int from = -1;
    while (at.find()) {
      from = at.start();
    }
    if (from >= 0) {
      model = spec.subject().substring(0, from);
      url = spec.subject().substring(from + 1);
    } else if (NO_SCHEME.matcher(spec.subject()).matches()) {
      fail("the address is neither http:// nor https://", "openai:NAME@http://HOST:PORT/v1, whole");
    }
    if (model.isBlank()) {
      fail("the model's name is missing", "openai:NAME@URL");
    }
    URI base = base(url);
    String host = base.getHost() == null ? "" : base.getHost();
    Dialect dialect = dialect(host, base.getPath());
    if (deployment != null && !deployment.equals(model)) {
      fail(
          "the address names deployment '" + deployment + "', the model is '" + model + "'",
          "the deployment's name before the @");
    }
    if (dialect == Dialect.AZURE) {
      query.putIfAbsent(EndpointSpec.API_VERSION, EndpointSpec.USUAL_API_VERSION);
    }
    boolean theirs = dialect.azure() || host.equals(EndpointSpec.OPENAI.getHost());
    EndpointSpec result =
        new EndpointSpec(
            model,
            base,
            query,
            dialect,
            tokens(theirs ? TokenParameter.MAX_COMPLETION_TOKENS : TokenParameter.MAX_TOKENS),
            detail(),
            extra(),
            keyEnv(),
            seconds("timeout", EndpointSpec.TIMEOUT),
            seconds("connect-timeout", EndpointSpec.CONNECT_TIMEOUT),
            proxy());
    problems.throwIfAny(AssayException.Category.USAGE);
    return result;
  }

  private URI base(String url) {
    URI uri = uri(url, "address");
    if (uri == null) {
      return EndpointSpec.OPENAI;
    }
    readQuery(uri.getRawQuery());
    String path = uri.getRawPath().replaceAll("/+$", "").replaceAll("/chat/completions$", "");
    Matcher azure = DEPLOYMENT.matcher(path);
    if (azure.matches()) {
      path = azure.group(1);
      deployment = URLDecoder.decode(azure.group(2), StandardCharsets.UTF_8);
    }
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path);
  }

  /** An address of http or https with a host and nothing that does not belong there, or null. */
  private @Nullable URI uri(String url, String what) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      fail("the " + what + " is not a URL: " + e.getReason(), "http://HOST:PORT/PATH");
      return null;
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      fail("the " + what + " is neither http:// nor https://", "http://HOST:PORT/PATH");
      return null;
    }
    if (uri.getRawUserInfo() != null) {
      problems.add(
          Problem.of("the " + what + " holds a user's name or password")
              .at("openai:…")
              .remedy("put the key into an environment variable and name it by key-env=NAME"));
      return null;
    }
    if (uri.getHost() == null) {
      fail("the " + what + " names no host", "http://HOST:PORT/PATH");
      return null;
    }
    if (uri.getRawFragment() != null) {
      fail("the " + what + " holds a '#'", "http://HOST:PORT/PATH");
      return null;
    }
    return uri;
  }

  private void readQuery(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return;
    }
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (SECRET.matcher(name).matches()) {
        problems.add(
            Problem.of("the address seems to hold a key in its parameter '" + name + "'")
                .at("openai:…")
                .remedy("put the key into an environment variable and name it by key-env=NAME"));
      } else if (query.putIfAbsent(name, value) != null) {
        fail("the address holds the parameter '" + name + "' twice", null);
      }
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private Dialect dialect(String host, String path) {
    String given = spec.options().get("api");
    if (given == null) {
      return deployment == null ? Dialect.of(host, path) : Dialect.AZURE;
    }
    return Dialect.byId(given)
        .orElseGet(
            () -> {
              failOption("api", "unknown form of address '" + given + "'", Dialect.ids());
              return Dialect.OPENAI;
            });
  }

  private TokenParameter tokens(TokenParameter usual) {
    String given = spec.options().get("tokens");
    if (given == null) {
      return usual;
    }
    return TokenParameter.byId(given)
        .orElseGet(
            () -> {
              failOption("tokens", "unknown parameter '" + given + "'", TokenParameter.ids());
              return usual;
            });
  }

  private @Nullable String detail() {
    String given = spec.options().get("detail");
    if (given != null && !DETAILS.contains(given)) {
      failOption("detail", "unknown detail '" + given + "'", DETAILS);
    }
    return given;
  }

  private @Nullable String extra() {
    String given = spec.options().get("extra");
    if (given == null) {
      return null;
    }
    try {
      var tree = Json.MAPPER.readTree(given);
      if (tree.isObject()) {
        return tree.toString();
      }
      failOption("extra", "it is no JSON object", List.of("{\"top_k\": 20}"));
    } catch (JsonProcessingException e) {
      failOption("extra", "it is no JSON: " + e.getOriginalMessage(), List.of("{\"top_k\": 20}"));
    }
    return null;
  }

  private @Nullable String keyEnv() {
    String given = spec.options().get("key-env");
    if (given != null && !VARIABLE.matcher(given).matches()) {
      // What stands here may be the key itself: it is not quoted.
      problems.add(
          Problem.of("that is no name of an environment variable")
              .at("openai:…", null, "key-env")
              .expected("a name such as MY_KEY, not the key itself"));
    }
    return given;
  }

  private Duration seconds(String key, Duration usual) {
    String given = spec.options().get(key);
    if (given == null) {
      return usual;
    }
    try {
      BigDecimal seconds = new BigDecimal(given);
      if (seconds.compareTo(new BigDecimal("0.001")) >= 0 && seconds.compareTo(LONGEST) <= 0) {
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
      }
    } catch (NumberFormatException e) {
      // Told below, as for a number out of range.
    }
    failOption(key, "'" + given + "' is no time", List.of("seconds, 0.001 to 86400"));
    return usual;
  }

  private @Nullable URI proxy() {
    String given = spec.options().get("proxy");
    if (given == null) {
      return null;
    }
    URI uri = uri(given, "proxy");
    if (uri != null && (!"http".equals(uri.getScheme()) || uri.getPort() < 0)) {
      failOption("proxy", "it is not of the form http://HOST:PORT", List.of("http://HOST:PORT"));
    }
    return uri;
  }

  private void fail(String what, @Nullable String expected) {
    Problem problem = Problem.of(what).at(shown());
    problems.add(expected == null ? problem : problem.expected(expected));
  }

  private void failOption(String key, String what, List<String> expected) {
    problems.add(Problem.of(what).at(shown(), null, key).expected(String.join(" or ", expected)));
  }

  /** The specification without what may be a password in its address. */
  private String shown() {
    return spec.text().replaceAll("//[^/@]*@", "//…@");
  }
}

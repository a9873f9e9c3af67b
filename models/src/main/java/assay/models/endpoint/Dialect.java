package assay.models.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an endpoint wants to be addressed: path, key header, version. */
public enum Dialect {
  /** {@code URL/chat/completions}, key as bearer token. */
  OPENAI("openai"),
  /**
   * Azure's own form: {@code URL/openai/deployments/NAME/chat/completions?api-version=…}, key in
   * the header {@code api-key}.
   */
  AZURE("azure"),
  /** Azure's newer form: {@code URL/chat/completions}, URL ending in {@code /openai/v1}. */
  AZURE_V1("azure-v1");

  private static final List<String> AZURE_HOSTS =
      List.of(
          ".openai.azure.com",
          ".services.ai.azure.com",
          ".cognitiveservices.azure.com",
          ".azure-api.net");

  private final String id;

  Dialect(String id) {
    this.id = id;
  }

  /** The dialect's name in a model specification. */
  public String id() {
    return id;
  }

  boolean azure() {
    return this != OPENAI;
  }

  static Optional<Dialect> byId(String id) {
    return Arrays.stream(values()).filter(dialect -> dialect.id.equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Dialect::id).toList();
  }

  /** The dialect that the address speaks for itself. */
  static Dialect of(String host, String path) {
    String name = host.toLowerCase(Locale.ROOT);
    if (AZURE_HOSTS.stream().noneMatch(name::endsWith)) {
      return OPENAI;
    }
    return path.endsWith("/openai/v1") ? AZURE_V1 : AZURE;
  }
}

package assay.models.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The name under which an endpoint wants to be told the most tokens of a reply. */
public enum TokenParameter {
  /** OpenAI's and Azure's own, which counts reasoning too; newer OpenAI models take no other. */
  MAX_COMPLETION_TOKENS("max_completion_tokens"),
  /** The older name, which every other server takes. */
  MAX_TOKENS("max_tokens");

  private final String id;

  TokenParameter(String id) {
    this.id = id;
  }

  /** The name in the request's JSON. */
  public String id() {
    return id;
  }

  static Optional<TokenParameter> byId(String id) {
    return Arrays.stream(values()).filter(parameter -> parameter.id.equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(TokenParameter::id).toList();
  }
}

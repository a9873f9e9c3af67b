package assay.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointSpecTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openai:gpt-4o | gpt-4o | https://api.openai.com/v1 | OPENAI | max_completion_tokens",
        "openai:o/q:7b@http://localhost:11434/v1/ | o/q:7b | http://localhost:11434/v1 | OPENAI |"
            + " max_tokens",
        "openai:a@b@c@http://127.0.0.1:1/v1 | a@b@c | http://127.0.0.1:1/v1 | OPENAI | max_tokens",
        "openai:a@http://u@http://[::1]:8 | a@http://u | http://[::1]:8 | OPENAI | max_tokens",
        "openai:m@http://h/v1/chat/completions | m | http://h/v1 | OPENAI | max_tokens",
        "openai:m@http://h,tokens=max_completion_tokens | m | http://h | OPENAI |"
            + " max_completion_tokens",
        "openai:d@https://r.openai.azure.com | d |"
            + " https://r.openai.azure.com?api-version=2024-10-21 | AZURE | max_completion_tokens",
        "openai:d@https://r.openai.azure.com/openai/deployments/d/chat/completions?api-version=v |"
            + " d | https://r.openai.azure.com?api-version=v | AZURE | max_completion_tokens",
        "openai:d@https://r.openai.azure.com/openai/v1/ | d |"
            + " https://r.openai.azure.com/openai/v1 | AZURE_V1 | max_completion_tokens",
      })
  void addressesAreRead(String text, String model, String address, Dialect dialect, String tokens) {
    EndpointSpec spec = Asked.spec(text);
    assertThat(spec.model()).isEqualTo(model);
    assertThat(spec.address()).isEqualTo(address);
    assertThat(spec.dialect()).isEqualTo(dialect);
    assertThat(spec.tokens().id()).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "openai:m@ftp://h/v1 | the address is neither http:// nor https://",
        "openai:m@http:///v1 | the address names no host",
        "openai:m@http://h/v 1 | the address is not a URL: Illegal character in path",
        "openai:m@http://h/v1#x | the address holds a '#'",
        "openai:m@http://h_x/v1 | the address names no host",
        "openai:@http://h/v1 | the model's name is missing",
        "openai:m@https://u:pw@h/v1 | the address holds a user's name or password",
        "openai:m@https://h/v1?api_key=pw | the address seems to hold a key in its parameter"
            + " 'api_key'",
        "openai:m@https://h/v1?a=1&a=2 | the address holds the parameter 'a' twice",
        "openai:m@http://h,tokens=many | unknown parameter 'many'",
        "openai:m@http://h,api=aws | unknown form of address 'aws'",
        "openai:m@http://h,detail=some | unknown detail 'some'",
        "openai:m@http://h,timeout=0 | '0' is no time",
        "openai:m@http://h,timeout=1e99 | '1e99' is no time",
        "openai:m@http://h,connect-timeout=soon | 'soon' is no time",
        "openai:m@http://h,extra=[1] | it is no JSON object",
        "openai:m@http://h,extra={ | it is no JSON: Unexpected end-of-input: expected close marker"
            + " for Object",
        "openai:m@http://h,key-env=sk-pw | that is no name of an environment variable",
        "openai:m@http://h,proxy=https://p:1 | it is not of the form http://HOST:PORT",
        "openai:x@https://r.openai.azure.com/openai/deployments/d | the address names deployment"
            + " 'd', the model is 'x'",
      })
  void wrongOnesAreToldWithoutWhatMayBeAKey(String text, String message) {
    assertThatThrownBy(() -> Asked.spec(text))
        .isInstanceOfSatisfying(
            AssayException.class,
            e -> {
              assertThat(e.category()).isEqualTo(AssayException.Category.USAGE);
              assertThat(e.problems().getFirst().what()).startsWith(message);
              assertThat(e.getMessage()).doesNotContain("pw");
            });
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThatThrownBy(() -> Asked.spec("openai:m@http://h,timeout=0,detail=x,api=y"))
        .isInstanceOfSatisfying(AssayException.class, e -> assertThat(e.problems()).hasSize(3));
  }

  @Test
  void timesAreSeconds() {
    EndpointSpec spec = Asked.spec("openai:m@http://h,timeout=0.25,connect-timeout=3");
    assertThat(spec.timeout()).isEqualTo(Duration.ofMillis(250));
    assertThat(spec.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(Asked.spec("openai:m").timeout()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void theIdentityIsWhatDecidesAReply() {
    String plain = Asked.spec("openai:m@http://h/v1").identity();
    assertThat(Asked.spec("openai:m@http://h/v1/,timeout=3,key-env=X").identity()).isEqualTo(plain);
    for (String other :
        new String[] {
          "openai:n@http://h/v1",
          "openai:m@http://i/v1",
          "openai:m@https://h/v1",
          "openai:m@http://h/v2",
          "openai:m@http://h/v1?x=1",
          "openai:m@http://h/v1,tokens=max_completion_tokens",
          "openai:m@http://h/v1,detail=low",
          "openai:m@http://h/v1,extra={\"top_k\":1}",
        }) {
      assertThat(Asked.spec(other).identity()).isNotEqualTo(plain);
    }
  }

  @Test
  void theNameLeavesOutWhatChangesNoReply() {
    assertThat(Asked.spec("openai:gpt-4o,timeout=3").name()).isEqualTo("openai:gpt-4o");
    assertThat(Asked.spec("openai:m@http://h/v1/?x=1,key-env=K,detail=low").name())
        .isEqualTo("openai:m@http://h/v1?x=1,detail=low");
  }
}

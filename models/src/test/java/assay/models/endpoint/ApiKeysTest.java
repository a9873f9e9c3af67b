package assay.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeysTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "OPENAI_API_KEY", "openai",
          "AZURE_OPENAI_API_KEY", "azure",
          "ASSAY_KEY_GPU_01_LOCAL", "gpu",
          "ASSAY_KEY_GPU_01_LOCAL_8001", "gpu8001",
          "ASSAY_KEY_127_0_0_1", "loop",
          "ASSAY_KEY___1", "six",
          "MINE", " mine\n",
          "EMPTY", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openai:m | OPENAI_API_KEY | openai",
        "openai:m@https://api.openai.com:444/v1 | OPENAI_API_KEY | openai",
        "openai:m@https://r.openai.azure.com | AZURE_OPENAI_API_KEY | azure",
        "openai:m@http://gpu-01.local:8000/v1 | ASSAY_KEY_GPU_01_LOCAL | gpu",
        "openai:m@http://gpu-01.local:8001/v1 | ASSAY_KEY_GPU_01_LOCAL_8001 | gpu8001",
        "openai:m@http://127.0.0.1:8001/v1 | ASSAY_KEY_127_0_0_1 | loop",
        "openai:m@http://[::1]:8001/v1 | ASSAY_KEY___1 | six",
        "openai:m@http://127.0.0.1:1/v1,key-env=MINE | MINE | mine",
        "openai:m@https://other.example/v1,key-env=OPENAI_API_KEY | OPENAI_API_KEY | openai",
      })
  void theKeyIsFoundInItsVariable(String spec, String source, String value) {
    ApiKey key = ApiKeys.of(ENVIRONMENT).find(Asked.spec(spec)).orElseThrow();
    assertThat(key.source()).isEqualTo(source);
    assertThat(key.value()).isEqualTo(value);
    assertThat(key.toString()).isEqualTo("key of " + source);
  }

  @Test
  void openAisKeyGoesToNobodyElse() {
    assertThat(ApiKeys.of(ENVIRONMENT).find(Asked.spec("openai:m@https://other.example/v1")))
        .isEmpty();
    assertThat(
            ApiKeys.of(ENVIRONMENT)
                .find(Asked.spec("openai:m@https://api.openai.com.evil.example")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openai:m | there is no key for https://api.openai.com | export OPENAI_API_KEY=…",
        "openai:m@https://r.openai.azure.com | there is no key for https://r.openai.azure.com |"
            + " export AZURE_OPENAI_API_KEY=…",
        "openai:m@http://h,key-env=EMPTY | there is no key for http://h | export EMPTY=…",
      })
  void aMissingKeyIsToldBeforeAnythingIsSent(String spec, String message, String remedy) {
    assertThatThrownBy(() -> ApiKeys.of(Map.of("EMPTY", " ")).find(Asked.spec(spec)))
        .isInstanceOfSatisfying(
            AssayException.class,
            e -> {
              assertThat(e.category()).isEqualTo(AssayException.Category.ENDPOINT);
              assertThat(e.problems().getFirst().what()).isEqualTo(message);
              assertThat(e.problems().getFirst().remedy()).isEqualTo(remedy);
            });
  }

  @Test
  void aKeyThatNoHeaderCanHoldIsToldWithoutItself() {
    for (String key : new String[] {"a\r\nHost: x", "ключ", "a b", "k".repeat(9000)}) {
      assertThatThrownBy(
              () -> ApiKeys.of(Map.of("OPENAI_API_KEY", key)).find(Asked.spec("openai:m")))
          .hasMessageContaining("the key in OPENAI_API_KEY cannot be sent in a header")
          .hasMessageNotContaining(key);
    }
  }
}

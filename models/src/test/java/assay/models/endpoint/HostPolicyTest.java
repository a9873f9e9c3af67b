package assay.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8000/v1",
        "http://LocalHost/v1",
        "http://127.0.0.1:1/v1",
        "http://127.9.9.9/v1",
        "https://[::1]:8/v1",
        "http://[::ffff:127.0.0.1]/v1"
      })
  void thisMachineMayAlwaysBeAsked(String address) {
    assertThat(HostPolicy.isLoopback(URI.create(address))).isTrue();
    assertThatCode(() -> HostPolicy.loopbackOnly().check(URI.create(address)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.openai.com/v1",
        "http://0.0.0.0:8000/v1",
        "http://localhost.example/v1",
        "http://localhost./v1",
        "http://127.0.0.1.nip.example/v1",
        "http://128.0.0.1/v1",
        "http://10.0.0.1/v1",
        "http://169.254.169.254/v1",
        "http://[fe80::1]/v1",
        "http://[::]/v1"
      })
  void othersMayNot(String address) {
    URI uri = URI.create(address);
    assertThatThrownBy(() -> HostPolicy.loopbackOnly().check(uri))
        .isInstanceOfSatisfying(
            AssayException.class,
            e -> assertThat(e.category()).isEqualTo(AssayException.Category.USAGE))
        .hasMessageContaining("host " + uri.getHost() + " is not this machine and is not allowed")
        .hasMessageContaining("--allow-host " + uri.getHost());
  }

  @Test
  void whatTheUserNamesMay() {
    HostPolicy policy = HostPolicy.allowing(List.of("API.openai.com", "gpu01:8000", "[fe80::1]"));
    for (String allowed :
        List.of(
            "https://api.openai.com/v1",
            "https://api.OPENAI.com:444/v1",
            "http://gpu01:8000/v1",
            "http://[fe80::1]:9/v1",
            "http://127.0.0.1/v1")) {
      assertThatCode(() -> policy.check(URI.create(allowed))).doesNotThrowAnyException();
    }
    for (String refused : List.of("http://gpu01:8001/v1", "https://openai.com", "http://gpu01")) {
      assertThatThrownBy(() -> policy.check(URI.create(refused)))
          .isInstanceOf(AssayException.class);
    }
    assertThatCode(
            () -> HostPolicy.allowing(List.of("gpu01:443")).check(URI.create("https://gpu01/v1")))
        .doesNotThrowAnyException();
  }

  @Test
  void namesOfThisMachineMustResolveToIt() throws Exception {
    assertThat(HostPolicy.loopbackOnly().resolve("127.0.0.1"))
        .containsExactly(InetAddress.ofLiteral("127.0.0.1"));
    assertThat(HostPolicy.loopbackOnly().resolve("[::1]"))
        .containsExactly(InetAddress.ofLiteral("::1"));
    assertThatThrownBy(() -> HostPolicy.allowing(List.of("0.0.0.0")).resolve("0.0.0.0"))
        .hasMessage("'0.0.0.0' resolves to 0.0.0.0, which is no one machine");
  }

  @Test
  void aNameOfThisMachineThatLeadsElsewhereIsRefused() {
    HostPolicy rebound =
        HostPolicy.loopbackOnly()
            .resolvingBy(host -> new InetAddress[] {InetAddress.ofLiteral("192.0.2.7")});
    assertThatThrownBy(() -> rebound.resolve("localhost"))
        .isInstanceOf(HostPolicy.RefusedAddressException.class)
        .hasMessage("'localhost' resolves to 192.0.2.7, which is another machine");
  }

  @Test
  void theModelIsNotEvenMadeForAHostThatMayNotBeAsked() {
    assertThatThrownBy(
            () ->
                OpenAiModel.open(
                    Asked.spec("openai:gpt-4o"),
                    HostPolicy.loopbackOnly(),
                    ApiKeys.of(Map.of("OPENAI_API_KEY", "sk-x")),
                    new MemoryStore()))
        .hasMessageContaining("host api.openai.com is not this machine");
    assertThatThrownBy(
            () ->
                OpenAiModel.open(
                    Asked.spec("openai:m@http://127.0.0.1:1/v1,proxy=http://proxy.example:3128"),
                    HostPolicy.loopbackOnly(),
                    ApiKeys.of(Map.of()),
                    new MemoryStore()))
        .hasMessageContaining("host proxy.example is not this machine");
  }
}

package assay.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.exchange.Generation;
import assay.core.exchange.Message;
import assay.core.exchange.Request;
import assay.core.exchange.Role;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RequestEchoTest {

  private static final String NOTE =
      "Mr José Müller-Ibáñez, born 12.03.1950, MRN 00812345:\nfever and a \"productive\" cough.";

  @Test
  void quotationsAreTakenOut() {
    assertThat(removed("bad: " + NOTE + " (end)")).isEqualTo("bad: …. (end)");
    assertThat(removed("bad: " + NOTE.toUpperCase(Locale.ROOT))).startsWith("bad: …");
    assertThat(removed("input=" + NOTE.replace("\n", "\\n").replace("\"", "\\\"") + "!"))
        .doesNotContain("Müller", "1950", "00812345", "fever", "cough");
  }

  @Test
  void whatIsTheEndpointsOwnStays() {
    String own = "Unsupported parameter: 'seed' is not supported with this model.";
    assertThat(removed(own)).isEqualTo(own);
    assertThat(removed("")).isEmpty();
    assertThat(removed("born 1950")).isEqualTo("born 1950");
  }

  @SeededTest(count = 200)
  void noLongRunOfTheRequestRemains(Generators draw) {
    String text = draw.text();
    String message = draw.text() + text + draw.text();
    String kept = RequestEcho.removed(message, request(text));
    String folded = folded(text);
    String left = folded(kept.replace("…", "\n"));
    for (int i = 0; i + 24 <= folded.length(); i++) {
      assertThat(left).doesNotContain(folded.substring(i, i + 24));
    }
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    text.chars()
        .filter(c -> Character.isLetterOrDigit(c) || c == '\n')
        .map(Character::toLowerCase)
        .forEach(c -> folded.append((char) c));
    return folded.toString().replace("\n", "");
  }

  private static String removed(String message) {
    return RequestEcho.removed(message, request(NOTE));
  }

  private static Request request(String text) {
    return new Request(
        List.of(Message.text(Role.SYSTEM, "Be brief."), Message.text(Role.USER, text)),
        Generation.UNSET);
  }
}

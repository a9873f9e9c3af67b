package assay.evaluation.json;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.exchange.Generation;
import assay.core.exchange.Message;
import assay.core.exchange.Part;
import assay.core.exchange.Request;
import assay.core.exchange.Role;
import assay.testkit.generate.Generators;
import assay.testkit.generate.SeededTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestJsonTest {

  @Test
  void holdsWhatIsSentAndNothingElse() {
    Request request =
        new Request(
            List.of(
                Message.text(Role.SYSTEM, "Be brief."),
                new Message(
                    Role.USER,
                    List.of(
                        new Part.ImagePart("abc", "image/png", 3, 4, "{\"from\":\"x.png\"}"),
                        new Part.TextPart("What is seen?")))),
            new Generation(0.0, null, 7L, 64, List.of("\n"), null, "low"));
    assertThat(RequestJson.write(request))
        .isEqualTo(
            "{\"messages\":[{\"role\":\"system\",\"parts\":[{\"text\":\"Be brief.\"}]},"
                + "{\"role\":\"user\",\"parts\":[{\"image\":\"abc\",\"mime\":\"image/png\"},"
                + "{\"text\":\"What is seen?\"}]}],\"generation\":{\"temperature\":0.0,\"seed\":7,"
                + "\"max_tokens\":64,\"stop\":[\"\\n\"],\"reasoning_effort\":\"low\"}}");
    assertThat(RequestJson.hash(RequestJson.write(request)))
        .isEqualTo("0b45c9e8d4b18a37051d46829ff22b12b5a6b437eaeacc32b071c62611c9ef6f");
  }

  /** Whatever is changed, the hash is another; unpaired surrogates included. */
  @SeededTest(count = 40)
  void differsWithEveryPart(Generators draw) {
    Request request = new Samples(draw).request();
    String hash = RequestJson.hash(RequestJson.write(request));
    assertThat(RequestJson.hash(RequestJson.write(request))).isEqualTo(hash);
    Set<String> hashes = new HashSet<>(Set.of(hash));
    List<Request> variations = Samples.variations(request);
    variations.forEach(other -> hashes.add(RequestJson.hash(RequestJson.write(other))));
    assertThat(hashes).hasSize(new HashSet<>(variations).size() + 1);
  }
}

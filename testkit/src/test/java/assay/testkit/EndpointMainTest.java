package assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EndpointMainTest {

  @Test
  void aDisturbedRunEndsWithTheAnswersOfAnUndisturbedOne() throws Exception {
    List<String> quiet;
    try (var endpoint = EndpointProcess.start()) {
      quiet = answers(endpoint.baseUri(), 60);
      assertThat(endpoint.stats().path("requests").asInt()).isEqualTo(60);
    }
    try (var endpoint =
        EndpointProcess.start(
            "--latency-ms",
            "2",
            "--seed",
            "5",
            "--fault-429",
            "150",
            "--fault-500",
            "150",
            "--fault-close",
            "100",
            "--fault-reset",
            "100",
            "--fault-cut",
            "100",
            "--fault-garbled",
            "100",
            "--fault-empty",
            "100",
            "--fault-slow",
            "100")) {
      assertThat(answers(endpoint.baseUri(), 60)).isEqualTo(quiet);
      JsonNode stats = endpoint.stats();
      assertThat(stats.path("requests").asInt()).isGreaterThan(90);
      assertThat(stats.path("distinct_bodies").asInt()).isEqualTo(60);
      assertThat(stats.path("cut").asInt()).isPositive();
      assertThat(stats.path("max_in_flight").asInt()).isEqualTo(1);
    }
    assertThat(quiet).allMatch(answer -> answer.contains("\"ANSWER: "));
  }

  @Test
  void wrongArgumentsAreSaid() {
    assertThatThrownBy(() -> EndpointProcess.start("--fault-439", "1", "--latency", "2"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "the endpoint did not start: unknown options: [--fault-439, --latency]");
    assertThatThrownBy(() -> EndpointMain.parse(List.of("--port")))
        .hasMessage("option --port takes a value");
    for (String[] wrong :
        new String[][] {
          {"--latency-ms", "soon", "--latency-ms takes a whole number of at least 0, not 'soon'"},
          {"--seed", "-1", "--seed takes a whole number of at least 0, not '-1'"},
          {"--style", "verse", "--style is answer, letter, sentence or long, not 'verse'"},
          {"--fault-500", "1001", "a rate is 0 to 1000 per thousand, not 1001"}
        }) {
      Finished finished = Command.java(EndpointMain.class, wrong[0], wrong[1]).run();
      assertThat(finished.expectExit(2).err()).contains(wrong[2]).contains("fault-429=0");
    }
  }

  /** The bodies of the good replies, each question asked until it is answered. */
  private static List<String> answers(URI base, int count)
      throws IOException, InterruptedException {
    var answers = new ArrayList<String>();
    try (var client = HttpClient.newHttpClient()) {
      for (int i = 0; i < count; i++) {
        answers.add(answer(client, base, "Case %06d: which?".formatted(i)));
      }
    }
    return answers;
  }

  private static String answer(HttpClient client, URI base, String question)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/chat/completions"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\""
                        + question
                        + "\"}]}"))
            .build();
    while (true) {
      try {
        HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() == 200 && reply.body().contains("\"content\"")) {
          return reply.body().replaceAll("\"id\":\"[^\"]*\"", "");
        }
      } catch (IOException e) {
        // cut off; asked again
      }
    }
  }
}

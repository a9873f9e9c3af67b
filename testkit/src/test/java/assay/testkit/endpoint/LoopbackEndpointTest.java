package assay.testkit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.testkit.endpoint.ContentPart.ImageContent;
import assay.testkit.endpoint.ContentPart.OtherContent;
import assay.testkit.endpoint.ContentPart.TextContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LoopbackEndpointTest {
  private static final Behaviour OK = Replies.text("fine");

  @Test
  void requestsAreKeptWithPartsInOrderAndImagesDecoded() throws IOException {
    byte[] first = {1, 2, 3};
    byte[] second = {(byte) 0xff, 0};
    String body =
        """
        {"model":"m","temperature":0,"messages":[
          {"role":"system","content":"Be brief."},
          {"role":"user","content":[
            {"type":"image_url","image_url":{"url":"data:image/png;base64,%s","detail":"high"}},
            {"type":"text","text":"Compare"},
            {"type":"image_url","image_url":{"url":"data:image/jpeg;base64,%s"}},
            {"type":"image_url","image_url":{"url":"https://example.org/x.png"}}]},
          {"role":"assistant","content":null}]}"""
            .formatted(encoded(first), encoded(second));
    try (var endpoint = LoopbackEndpoint.start(OK);
        var client = new RawClient(endpoint.baseUri())) {
      client.ask(body, "X-Trace: seven", "X-Trace: eight");

      Exchange kept = endpoint.traffic().last();
      assertThat(kept.number()).isEqualTo(1);
      assertThat(kept.connection()).isEqualTo(1);
      assertThat(kept.attempt()).isEqualTo(1);
      assertThat(kept.path()).isEqualTo("/v1/chat/completions");
      assertThat(kept.headers().all("x-trace")).containsExactly("seven", "eight");
      assertThat(kept.body().text()).isEqualTo(body);
      assertThat(kept.json().path("temperature").asInt(-1)).isZero();
      assertThat(kept.model()).isEqualTo("m");
      assertThat(kept.stream()).isFalse();
      assertThat(kept.messages())
          .extracting(ChatMessage::role)
          .containsExactly("system", "user", "assistant");
      assertThat(kept.messages().get(1).parts())
          .extracting(part -> (Object) part.getClass())
          .containsExactly(
              ImageContent.class, TextContent.class, ImageContent.class, OtherContent.class);
      assertThat(kept.messages().get(2).parts()).isEmpty();
      assertThat(kept.text()).isEqualTo("Be brief.\nCompare\n");
      ImageContent image = kept.images().get(0);
      assertThat(image.mime()).isEqualTo("image/png");
      assertThat(image.bytes().bytes()).isEqualTo(first);
      assertThat(image.detail()).isEqualTo("high");
      // sha256sum of the three bytes
      assertThat(image.sha256())
          .isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
      assertThat(kept.images().get(1).bytes()).isEqualTo(Payload.of(second));
    }
  }

  @Test
  void theSameBodyIsCountedByItsHash() throws IOException {
    try (var endpoint = LoopbackEndpoint.start(OK);
        var client = new RawClient(endpoint.baseUri())) {
      for (String question : List.of("a", "b", "a")) {
        client.ask(RawClient.question(question));
      }
      Traffic traffic = endpoint.traffic();
      assertThat(traffic.exchanges()).extracting(Exchange::attempt).containsExactly(1, 1, 2);
      String a = Payload.utf8(RawClient.question("a")).sha256();
      assertThat(traffic.times(a)).isEqualTo(2);
      assertThat(traffic.bodies()).hasSize(2).containsEntry(a, 2);
      assertThat(traffic.distinctBodies()).isEqualTo(2);
      assertThat(traffic.counters().connections()).isEqualTo(1);
      assertThat(traffic.counters().bytesIn()).isEqualTo(3L * RawClient.question("a").length());
      traffic.reset();
      assertThat(traffic.counters().requests()).isZero();
      assertThat(traffic.exchanges()).isEmpty();
      assertThatThrownBy(traffic::last).hasMessage("the endpoint has had no request");
    }
  }

  @Test
  void aThousandRequestsAreInFlightAtOnce() throws Exception {
    var gate = new Gate();
    try (var endpoint = LoopbackEndpoint.start(Script.always(OK).behind(gate));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 1000; i++) {
        String question = RawClient.question("q" + i);
        Callable<Integer> ask = () -> RawClient.once(endpoint, question).status();
        answers.add(threads.submit(ask));
      }
      endpoint.traffic().awaitInFlight(1000);
      assertThat(gate.isOpen()).isFalse();
      gate.open();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
      Counters counters = endpoint.traffic().counters();
      assertThat(counters.requests()).isEqualTo(1000);
      assertThat(counters.replies()).isEqualTo(1000);
      assertThat(counters.maxInFlight()).isEqualTo(1000);
      assertThat(counters.inFlight()).isZero();
      assertThat(endpoint.traffic().exchanges())
          .extracting(Exchange::number)
          .isSorted()
          .hasSize(1000);
      endpoint.traffic().awaitOpen(0);
    }
  }

  @Test
  void aClientOfFourIsNeverSeenAsFive() throws Exception {
    try (var endpoint = LoopbackEndpoint.start(OK);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var done = new ArrayList<Future<Void>>();
      for (int t = 0; t < 4; t++) {
        Callable<Void> asks =
            () -> {
              try (var client = new RawClient(endpoint.baseUri())) {
                for (int i = 0; i < 500; i++) {
                  client.ask(RawClient.question("q" + i));
                }
              }
              return null;
            };
        done.add(threads.submit(asks));
      }
      for (Future<Void> one : done) {
        one.get();
      }
      assertThat(endpoint.traffic().counters().requests()).isEqualTo(2000);
      assertThat(endpoint.traffic().counters().maxInFlight()).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void connectionsThatWaitAgainAndAgainMixNothingUp() throws Exception {
    Script echo = exchange -> Replies.text("<" + exchange.lastMessage().text() + ">");
    try (var endpoint = LoopbackEndpoint.start(echo.delayedBy(Duration.ofMillis(1)));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var done = new ArrayList<Future<Integer>>();
      for (int t = 0; t < 64; t++) {
        String mine = "client " + t + " " + "x".repeat(t * 300) + " question ";
        Callable<Integer> asks =
            () -> {
              int right = 0;
              try (var client = new RawClient(endpoint.baseUri())) {
                for (int i = 0; i < 60; i++) {
                  String reply = client.ask(RawClient.question(mine + i)).text();
                  right += reply.contains("\"<" + mine + i + ">\"") ? 1 : 0;
                }
              }
              return right;
            };
        done.add(threads.submit(asks));
      }
      for (Future<Integer> one : done) {
        assertThat(one.get()).isEqualTo(60);
      }
      assertThat(endpoint.traffic().problems()).isEmpty();
      assertThat(endpoint.traffic().counters().replies()).isEqualTo(64 * 60);
      assertThat(endpoint.traffic().counters().abandoned()).isZero();
    }
  }

  @Test
  void anOrdinaryClientIsServed() throws Exception {
    try (var endpoint = LoopbackEndpoint.start(Replies.text("ANSWER: 🫁"));
        var client = HttpClient.newHttpClient()) {
      for (int i = 0; i < 3; i++) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(endpoint.baseUri() + "/chat/completions"))
                .expectContinue(i == 1)
                .POST(
                    i == 2
                        ? HttpRequest.BodyPublishers.ofInputStream(
                            () ->
                                new ByteArrayInputStream(
                                    Payload.utf8(RawClient.question("chunks")).bytes()))
                        : HttpRequest.BodyPublishers.ofString(RawClient.question("q")))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("ANSWER: 🫁");
      }
      assertThat(endpoint.traffic().last().text()).isEqualTo("chunks");
      assertThat(endpoint.traffic().problems()).isEmpty();
    }
  }

  @Test
  void anyBasePathLeadsToTheScriptAndModelsAreListed() throws IOException {
    var setup = new LoopbackEndpoint.Setup(0, 1, List.of("alpha", "beta"));
    try (var endpoint = LoopbackEndpoint.start(setup, Script.always(OK));
        var client = new RawClient(endpoint.baseUri())) {
      String body = RawClient.question("q");
      client.send(
          "POST /openai/deployments/d/chat/completions?api-version=1 HTTP/1.1\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      assertThat(client.reply().status()).isEqualTo(200);
      client.ask(body);
      assertThat(endpoint.traffic().exchanges()).hasSize(1);
      assertThat(endpoint.traffic().counters().requests()).isEqualTo(2);
      client.send("GET /v1/models HTTP/1.1\r\n\r\n");
      assertThat(client.reply().text()).contains("\"id\":\"alpha\"").contains("\"id\":\"beta\"");
      client.send("GET /telemetry HTTP/1.1\r\n\r\n");
      assertThat(client.reply().status()).isEqualTo(404);
      client.send("GET /stats HTTP/1.1\r\n\r\n");
      assertThat(client.reply().text()).contains("\"requests\":2,\"replies\":2");
      client.send("POST /reset HTTP/1.1\r\n\r\n");
      assertThat(client.reply().status()).isEqualTo(200);
      assertThat(endpoint.traffic().counters().requests()).isZero();
      assertThat(endpoint.traffic().elsewhere())
          .containsExactly(new Elsewhere("POST", "/reset", 200));
    }
  }

  @Test
  void connectionsEndWhereTheClientAsksForIt() throws IOException {
    try (var endpoint = LoopbackEndpoint.start(OK)) {
      for (String line : List.of("HTTP/1.0\r\n", "HTTP/1.1\r\nConnection: close\r\n")) {
        String body = RawClient.question("q");
        try (var client = new RawClient(endpoint.baseUri())) {
          client.send(
              "POST /chat/completions "
                  + line
                  + "Content-Length: "
                  + body.length()
                  + "\r\n\r\n"
                  + body);
          assertThat(client.reply().headers()).containsEntry("Connection", "close");
          assertThat(client.in().read()).isEqualTo(-1);
        }
      }
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws IOException {
    var gate = new Gate();
    try (var endpoint =
            LoopbackEndpoint.start(
                Script.inOrder(Replies.text("one").behind(gate), Replies.text("two")));
        var client = new RawClient(endpoint.baseUri())) {
      client.post(RawClient.question("a"));
      endpoint.traffic().awaitInFlight(1);
      client.post(RawClient.question("b"));
      gate.open();
      assertThat(client.reply().text()).contains("\"one\"");
      assertThat(client.reply().text()).contains("\"two\"");
    }
  }

  @Test
  void whatBreaksTheProtocolIsRefusedAndRemembered() throws IOException {
    List<String> bodies =
        List.of(
            "{",
            "[]",
            "{\"messages\":[]}",
            "{\"model\":\"m\",\"messages\":[]}",
            "{\"model\":\"m\",\"messages\":[{\"content\":\"x\"}]}",
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":7}]}",
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}]}",
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\","
                + "\"image_url\":{\"url\":\"data:image/png;base64,?\"}}]}]}",
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\","
                + "\"image_url\":{\"url\":\"data:image/png,raw\"}}]}]}");
    try (var endpoint = LoopbackEndpoint.start(OK)) {
      for (String body : bodies) {
        assertThat(RawClient.once(endpoint, body).status()).isEqualTo(400);
      }
      List<String> problems = endpoint.traffic().problems();
      assertThat(problems).hasSize(bodies.size());
      assertThat(problems.get(0)).startsWith("the body is not JSON: Unexpected end-of-input");
      assertThat(problems.subList(1, 7))
          .containsExactly(
              "the body must be a JSON object",
              "'model' must be a string",
              "'messages' must be an array of at least one message",
              "'messages[0].role' must be a string",
              "'messages[0].content' must be a string or an array",
              "'messages[0].content[0].text' must be a string");
      assertThat(problems.get(7)).startsWith("'messages[0].content[0]' is not base64: ");
      assertThat(problems.get(8)).isEqualTo("'messages[0].content[0]' must be a base64 data URL");
      assertThat(endpoint.traffic().counters().requests()).isZero();
    }
  }

  @Test
  void whatIsNoHttpIsRefusedAndRemembered() throws IOException {
    List<String> requests =
        List.of(
            "EHLO x\r\n\r\n",
            "GET / HTTP/2\r\n\r\n",
            "GET / HTTP/1.1\r\nno header\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n",
            "GET / HTTP/1.1\r\nX: " + "y".repeat(70_000) + "\r\n\r\n");
    try (var endpoint = LoopbackEndpoint.start(OK)) {
      for (String request : requests) {
        try (var client = new RawClient(endpoint.baseUri())) {
          client.send(request);
          client.in().readAllBytes();
        } catch (IOException e) {
          // refused while more was being sent
          assertThat(request.length()).isGreaterThan(60_000);
        }
      }
      endpoint.traffic().awaitOpen(0);
      assertThat(endpoint.traffic().problems())
          .hasSize(requests.size())
          .contains(
              "not a request line of HTTP/1: 'EHLO x'",
              "not a header, or too many: 'no header'",
              "Content-Length is not a number: 'many'",
              "Content-Length out of range: '-1'",
              "chunk size is not a number: 'xyz'",
              "a chunk does not end with CRLF",
              "a line is longer than 65536 bytes");
    }
  }

  @Test
  void aRequestThatBreaksOffIsRemembered() throws IOException {
    try (var endpoint = LoopbackEndpoint.start(OK)) {
      for (String part :
          List.of(
              "POST / HT",
              "POST / HTTP/1.1\r\nHost: x\r\n",
              "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nfour")) {
        try (var client = new RawClient(endpoint.baseUri())) {
          client.send(part);
          client.socket.shutdownOutput();
          client.in().readAllBytes();
        }
      }
      assertThat(endpoint.traffic().problems())
          .containsExactly(
              "the request ends within a line",
              "the request ends within its headers",
              "the body ends after 4 of 9 bytes");
    }
  }

  @Test
  void closingEndsEveryConnection() throws IOException {
    var endpoint = LoopbackEndpoint.start(Faults.hang());
    try (var client = new RawClient(endpoint.baseUri());
        var idle = new RawClient(endpoint.baseUri())) {
      client.post(RawClient.question("q"));
      endpoint.traffic().awaitInFlight(1);
      endpoint.traffic().awaitOpen(2);
      endpoint.close();
      assertThat(client.in().read()).isEqualTo(-1);
      assertThat(idle.in().read()).isEqualTo(-1);
      assertThat(endpoint.traffic().counters().open()).isZero();
      assertThat(endpoint.traffic().counters().abandoned()).isEqualTo(1);
    }
    assertThatThrownBy(() -> new RawClient(endpoint.baseUri())).isInstanceOf(IOException.class);
  }

  @Test
  void aTakenPortIsSaid() {
    try (var endpoint = LoopbackEndpoint.start(OK)) {
      var taken = new LoopbackEndpoint.Setup(endpoint.port(), 1, List.of());
      assertThatThrownBy(() -> LoopbackEndpoint.start(taken, Script.always(OK)))
          .hasMessage("cannot listen on 127.0.0.1:" + endpoint.port());
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}

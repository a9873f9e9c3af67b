package assay.perf.client;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts so many requests by one client, on virtual threads, and checks every reply: {@code KIND
 * ADDRESS AT-ONCE REQUESTS}.
 */
public final class ClientLoad {

  private static final String HEAD =
      "{\"model\":\"bench\",\"temperature\":0,\"max_tokens\":64,\"messages\":[{\"role\":\"user\","
          + "\"content\":\"";
  private static final String TAIL = "\"}]}";

  private static final String QUESTION =
      "Case %06d: A 54-year-old lifelong smoker presents with fever and a productive cough for 4 days."
          + " Examination and tests show a sodium of 121 mmol/l and a lobar opacity on the radiograph."
          + " Which diagnosis is the most likely?\\nA. Community-acquired pneumonia\\nB. Inferior"
          + " myocardial infarction\\nC. Carcinoma of the head of the pancreas\\nD. Immune"
          + " thrombocytopenia\\nEnd with the line ANSWER: X.";

  private ClientLoad() {}

  /** Puts the requests; ends with an exception if a reply is missing or is none. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BareClient client = ClientKind.valueOf(arguments[0]).to(URI.create(arguments[1]));
    int atOnce = Integer.parseInt(arguments[2]);
    int requests = Integer.parseInt(arguments[3]);
    AtomicInteger next = new AtomicInteger();
    AtomicInteger answered = new AtomicInteger();
    Thread[] threads = new Thread[atOnce];
    for (int i = 0; i < atOnce; i++) {
      threads[i] = Thread.ofVirtual().start(() -> put(client, next, requests, answered));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (answered.get() != requests) {
      throw new IOException((requests - answered.get()) + " of " + requests + " had no good reply");
    }
    System.exit(0); // whatever threads the client keeps
  }

  private static void put(
      BareClient client, AtomicInteger next, int requests, AtomicInteger answered) {
    for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
      try {
        String reply = new String(client.post(body(i)), StandardCharsets.UTF_8);
        if (reply.contains("ANSWER: ")) {
          answered.incrementAndGet();
        }
      } catch (IOException e) {
        System.err.println(e);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static byte[] body(int number) {
    return (HEAD + String.format(Locale.ROOT, QUESTION, number) + TAIL)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The text that a body puts, for clients that make bodies of their own. */
  static String prompt(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.substring(HEAD.length(), text.length() - TAIL.length()).replace("\\n", "\n");
  }
}

package assay.perf.endpoint;

import assay.perf.kit.Place;
import assay.perf.kit.Program;
import assay.testkit.EndpointMain;
import assay.testkit.endpoint.MarkedAnswers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What every program is measured against: an endpoint, questions, and bare clients, from the folder
 * that other harnesses are measured by too ({@code endpoint.c}, {@code Questions.java}, {@code
 * RawClient.java}, {@code JdkClient.java}). Without that folder or a C compiler the testkit's
 * endpoint stands in, with questions made here and no clients; {@link #common} says which.
 */
public final class CommonKit {

  private static final Pattern RIGHT = Pattern.compile("(\\d+) where the endpoint is right");
  private static final int LIFE_SECONDS = 3600;

  private final Place place;
  private final Path bench;
  private final String lacking;

  private CommonKit(Place place, Path bench, String lacking) {
    this.place = place;
    this.bench = bench;
    this.lacking = lacking;
  }

  /** Compiles the endpoint and the clients, as far as they can be had. */
  public static CommonKit open(Place place, Path bench) throws IOException, InterruptedException {
    Path source = bench.resolve("endpoint.c");
    if (!Files.isReadable(source)) {
      return new CommonKit(place, bench, "there is no " + bench.getFileName() + "/endpoint.c");
    }
    try {
      Program.of("cc", "-O2", "-o", place.file("endpoint").toString(), source.toString()).run();
    } catch (IOException e) {
      return new CommonKit(place, bench, "endpoint.c could not be compiled by cc");
    }
    Program.of(
            Program.javaCommand("javac"),
            "-d",
            place.file("clients").toString(),
            bench.resolve("RawClient.java").toString(),
            bench.resolve("JdkClient.java").toString())
        .run();
    return new CommonKit(place, bench, "");
  }

  /** Whether this is the common endpoint, with its clients. */
  public boolean common() {
    return lacking.isEmpty();
  }

  /** Why the common endpoint is not there; empty where it is. */
  public String lacking() {
    return lacking;
  }

  /** Starts an endpoint that answers after so many milliseconds. */
  public ServedEndpoint endpoint(int latencyMilliseconds) throws IOException {
    List<String> options =
        List.of(
            "--port",
            Integer.toString(freePort()),
            "--latency-ms",
            Integer.toString(latencyMilliseconds),
            "--max-seconds",
            Integer.toString(LIFE_SECONDS));
    if (common()) {
      return ServedEndpoint.start(concat(List.of(place.file("endpoint").toString()), options));
    }
    Program program = Program.java(EndpointMain.class, List.of("-Xmx256m"));
    return ServedEndpoint.start(concat(program.words(), options));
  }

  /** Writes so many questions. */
  public QuestionSet questions(int count) throws IOException, InterruptedException {
    Path file = place.file("questions-" + count + ".jsonl");
    if (!common()) {
      return QuestionSet.describe(file, count, write(file, count));
    }
    String said =
        Program.of(
                Program.javaCommand("java"),
                bench.resolve("Questions.java").toString(),
                file.toString(),
                Integer.toString(count))
            .run()
            .out();
    Matcher right = RIGHT.matcher(said);
    if (!right.find()) {
      throw new IOException(
          "Questions.java does not tell how often the endpoint is right: " + said);
    }
    return QuestionSet.describe(file, count, Integer.parseInt(right.group(1)));
  }

  /** A bare client, compiled, that puts these questions. */
  Program client(String name, QuestionSet questions, ServedEndpoint endpoint, int concurrency) {
    return Program.of(
        Program.javaCommand("java"),
        "-cp",
        place.file("clients").toString(),
        name,
        questions.file().toString(),
        place.file("replies.jsonl").toString(),
        endpoint.port(),
        Integer.toString(concurrency));
  }

  /** The same started from its source, as its makers measure it. */
  Program clientFromSource(
      String name, QuestionSet questions, ServedEndpoint endpoint, int concurrency) {
    return Program.of(
        Program.javaCommand("java"),
        bench.resolve(name + ".java").toString(),
        questions.file().toString(),
        place.file("replies.jsonl").toString(),
        endpoint.port(),
        Integer.toString(concurrency));
  }

  private static int write(Path file, int count) throws IOException {
    MarkedAnswers answers = MarkedAnswers.ofFour();
    int right = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 1; i <= count; i++) {
        String mark = String.format(Locale.ROOT, "Case %06d", i);
        char gold = "ABCD".charAt(i % 4);
        right += String.valueOf(answers.letterOf(mark)).equals(String.valueOf(gold)) ? 1 : 0;
        out.write(
            "{\"id\":\"q%06d\",\"question\":\"%s: fever for %d days. Which step comes next?\","
                    .formatted(i, mark, i % 20 + 1)
                + "\"options\":[\"Take blood cultures\",\"Perform a lumbar puncture\","
                + "\"Measure serum osmolality\",\"Begin plasma exchange\"],\"answer\":\""
                + gold
                + "\"}\n");
      }
    }
    return right;
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

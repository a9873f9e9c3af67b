package assay.perf.endpoint;

import assay.perf.kit.Contender;
import assay.perf.kit.Figures;
import assay.perf.kit.Place;
import assay.perf.kit.ProcessCost;
import assay.perf.kit.Program;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Programs that put the same questions to one endpoint.
 *
 * @param place where
 * @param kit what they are measured against
 * @param endpoint the endpoint
 * @param latencyMilliseconds of the endpoint
 * @param questions what is asked
 * @param concurrency most requests at once
 */
record Exchanges(
    Place place,
    CommonKit kit,
    ServedEndpoint endpoint,
    int latencyMilliseconds,
    QuestionSet questions,
    int concurrency) {

  static final String WINDOW = "requests/s in the window";
  static final String CEILING = "% of the ceiling";
  static final String END_TO_END = "questions/s end to end";
  static final String CPU = "CPU ms a question";
  static final String IN_FLIGHT = "mean in flight";
  static final String LOST = "lost replies";

  /** Failed requests, or failed threads of one request after the other. */
  private static final Pattern FAILED = Pattern.compile("(\\d+) failed");

  static final String ASSAY = "assay run";
  static final String RAW = "bare sockets";
  static final String JDK = "JDK HTTP client";
  static final String FROM_SOURCE = ", from source";

  /** {@code assay run}, whose accuracy must be what the questions' maker says. */
  Contender assay(String name, String... javaOptions) {
    return new Contender(
        name,
        () -> {
          Path run = place.file("runs");
          place.delete(run);
          Program program =
              place
                  .assay(
                      "run",
                      questions.benchmark().toString(),
                      "--data",
                      place.folder().toString(),
                      "--model",
                      "openai:bench@" + endpoint.base(),
                      "--concurrency",
                      Integer.toString(concurrency),
                      "--no-cache",
                      "--json",
                      "--output",
                      run.resolve("bench.assay").toString())
                  .env("ASSAY_JAVA_OPTS", String.join(" ", javaOptions));
          endpoint.reset();
          ProcessCost cost = program.run();
          requireAllRead(cost.out());
          return figures(cost).with(LOST, 0);
        });
  }

  /** The bare clients. */
  List<Contender> clients() {
    return List.of(
        client(RAW, kit.client("RawClient", questions, endpoint, concurrency)),
        client(JDK, kit.client("JdkClient", questions, endpoint, concurrency)));
  }

  /** The bare clients as their makers start them. */
  List<Contender> clientsFromSource() {
    return List.of(
        client(
            RAW + FROM_SOURCE, kit.clientFromSource("RawClient", questions, endpoint, concurrency)),
        client(
            JDK + FROM_SOURCE,
            kit.clientFromSource("JdkClient", questions, endpoint, concurrency)));
  }

  private Contender client(String name, Program program) {
    return new Contender(
        name,
        () -> {
          endpoint.reset();
          ProcessCost cost = program.run();
          Matcher failed = FAILED.matcher(cost.out());
          if (!failed.find()) {
            throw new IOException(name + " does not tell what failed: " + cost.out());
          }
          return figures(cost).with(LOST, Double.parseDouble(failed.group(1)));
        });
  }

  private void requireAllRead(String json) throws IOException {
    JsonNode estimate = JsonMapper.builder().build().readTree(json).path("estimates").path(0);
    double accuracy = estimate.path("value").asDouble(Double.NaN);
    long read = estimate.path("counts").path("read").asLong();
    double expected = (double) questions.right() / questions.count();
    if (read != questions.count() || !(Math.abs(accuracy - expected) < 1e-9)) {
      throw new IOException(
          "accuracy %s of %d read, but %s of %d was expected: replies were lost or misread"
              .formatted(accuracy, read, expected, questions.count()));
    }
  }

  private Figures figures(ProcessCost cost) throws IOException {
    JsonNode stats = endpoint.stats();
    double inWindow = stats.path("requests_per_s").asDouble(Double.NaN);
    Figures figures =
        Figures.none()
            .with(WINDOW, inWindow)
            .with(
                CEILING,
                latencyMilliseconds == 0
                    ? Double.NaN
                    : 100 * inWindow * latencyMilliseconds / 1000 / concurrency)
            .with(END_TO_END, questions.count() / cost.wallSeconds())
            .with(Figures.PEAK, cost.peakMebibytes())
            .with(CPU, 1000 * cost.cpuSeconds() / questions.count())
            .with(IN_FLIGHT, stats.path("mean_in_flight").asDouble(Double.NaN));
    return ThreadShares.add(figures, cost, questions.count());
  }
}

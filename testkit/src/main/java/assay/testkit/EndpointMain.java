package assay.testkit;

import assay.testkit.endpoint.BadBodies;
import assay.testkit.endpoint.Faults;
import assay.testkit.endpoint.LoopbackEndpoint;
import assay.testkit.endpoint.LoopbackEndpoint.Setup;
import assay.testkit.endpoint.MarkedAnswers;
import assay.testkit.endpoint.MarkedAnswers.Style;
import assay.testkit.endpoint.RateLimits;
import assay.testkit.endpoint.Script;
import assay.testkit.endpoint.SeededFaults;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The loopback endpoint as a program, for tests that kill what talks to it. It prints one line, its
 * base URL, and serves until it is killed. Every option takes a value; rates are per thousand,
 * drawn from the seed, the question and the number of the try, so that the same question meets the
 * same faults in every run and is answered, in the end, by the same letter.
 *
 * <p>Words after {@code --} are a command: then it prints nothing itself, runs that command with
 * {@code {base}} in its words replaced by the base URL, and ends when the command does, with its
 * exit code. So both can be put into one network namespace, see {@link NoNetwork}.
 */
public final class EndpointMain {
  private static final Map<String, String> DEFAULTS = defaults();

  private final Map<String, String> options;

  private EndpointMain(Map<String, String> options) {
    this.options = options;
  }

  /** Serves; ends with exit code 2 where the arguments are wrong. */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    List<String> words = List.of(arguments);
    int end = words.indexOf("--");
    List<String> command = end < 0 ? List.of() : words.subList(end + 1, words.size());
    EndpointMain program;
    Script script;
    Setup setup;
    Duration life;
    try {
      program = new EndpointMain(parse(end < 0 ? words : words.subList(0, end)));
      script = program.script();
      setup = program.setup();
      life = Duration.ofSeconds(program.number("max-seconds"));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println("options, each with a value (default): " + DEFAULTS);
      System.exit(2);
      return;
    }
    int exitCode = 0;
    try (var endpoint = LoopbackEndpoint.start(setup, script)) {
      String base = endpoint.baseUri().toString();
      if (command.isEmpty()) {
        System.out.println(base);
        System.out.flush();
        Thread.sleep(life); // so that a forgotten endpoint does not outlive the day
      } else {
        List<String> filled = command.stream().map(w -> w.replace("{base}", base)).toList();
        exitCode = new ProcessBuilder(filled).inheritIO().start().waitFor();
      }
    }
    System.exit(exitCode);
  }

  /**
   * The command with an endpoint beside it that lives as long, in one process tree.
   *
   * @param command what runs; {@code {base}} in its words becomes the endpoint's base URL
   * @param options the endpoint's
   */
  public static Command beside(Command command, String... options) {
    var front = new ArrayList<>(Command.java(EndpointMain.class, options).words());
    front.add("--");
    return command.behind(front);
  }

  private static Map<String, String> defaults() {
    var defaults = new LinkedHashMap<String, String>();
    defaults.put("port", "0");
    defaults.put("latency-ms", "0");
    defaults.put("style", "answer");
    defaults.put("options", "4");
    defaults.put("reply-chars", "2000");
    defaults.put("seed", "1");
    defaults.put("retry-after-s", "1");
    for (String fault :
        List.of("429", "500", "close", "reset", "cut", "hang", "slow", "garbled", "empty")) {
      defaults.put("fault-" + fault, "0");
    }
    defaults.put("max-seconds", "3600");
    return defaults;
  }

  static Map<String, String> parse(List<String> arguments) {
    var options = new LinkedHashMap<>(DEFAULTS);
    var unknown = new ArrayList<String>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      if (!name.startsWith("--") || !DEFAULTS.containsKey(name.substring(2))) {
        unknown.add(name);
      } else if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException("option " + name + " takes a value");
      } else {
        options.put(name.substring(2), arguments.get(i + 1));
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("unknown options: " + unknown);
    }
    return options;
  }

  private Setup setup() {
    return new Setup(number("port"), 0, List.of("bench"));
  }

  private Script script() {
    Duration latency = Duration.ofMillis(number("latency-ms"));
    Script answers =
        new MarkedAnswers(number("options"), style(), number("reply-chars")).delayedBy(latency);
    Script slow = answers.delayedBy(latency.multipliedBy(10));
    SeededFaults faults =
        Script.seededFaults(number("seed"))
            .perThousand(
                number("fault-429"), RateLimits.retryAfter(number("retry-after-s")).after(latency))
            .perThousand(number("fault-500"), Faults.serverError(500).after(latency))
            .perThousand(number("fault-close"), Faults.closed().after(latency))
            .perThousand(number("fault-reset"), Faults.reset().after(latency))
            .perThousand(number("fault-cut"), Faults.truncatedBody().after(latency))
            .perThousand(number("fault-hang"), Faults.hang())
            .perThousand(number("fault-garbled"), BadBodies.invalidJson().after(latency))
            .perThousand(number("fault-empty"), BadBodies.emptyChoices().after(latency));
    return faults.perThousand(number("fault-slow"), slow).then(answers);
  }

  private Style style() {
    try {
      return Style.valueOf(options.getOrDefault("style", "").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--style is answer, letter, sentence or long, not '" + options.get("style") + "'", e);
    }
  }

  private int number(String name) {
    String value = options.getOrDefault(name, "");
    try {
      int number = Integer.parseInt(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--" + name + " takes a whole number of at least 0, not '" + value + "'", e);
    }
    throw new IllegalArgumentException(
        "--" + name + " takes a whole number of at least 0, not '" + value + "'");
  }
}

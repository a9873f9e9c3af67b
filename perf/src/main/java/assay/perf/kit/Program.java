package assay.perf.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is measured as a whole process.
 *
 * @param words program and arguments
 * @param environment variables set on top of this process's
 */
public record Program(List<String> words, Map<String, String> environment) {

  private static final long SAMPLE_MILLISECONDS = 8;
  private static final int SAMPLES_PER_LOOK_AT_THREADS = 12;

  /** Copies the collections. */
  public Program {
    words = List.copyOf(words);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** This program with these arguments. */
  public static Program of(String... words) {
    return new Program(List.of(words), Map.of());
  }

  /** A class's {@code main} with options of the JVM, on this process's JDK and class path. */
  public static Program java(Class<?> main, List<String> options, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(javaCommand("java"));
    words.addAll(options);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    words.addAll(List.of(arguments));
    return new Program(words, Map.of());
  }

  /** A command of this process's JDK. */
  public static String javaCommand(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Whether this system tells processor time and memory of processes. */
  public static boolean costsAreKnown() {
    return ProcFiles.available();
  }

  /** With this variable set. */
  public Program env(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new Program(words, more);
  }

  /**
   * Runs it to its end. Processor time is that of all children of this process that ended
   * meanwhile, so no other may end while it runs.
   *
   * @throws IOException if it cannot be started, or ends with another exit code than 0; the message
   *     holds the end of what it said
   */
  public ProcessCost run() throws IOException, InterruptedException {
    Path out = Files.createTempFile("assay-perf-out", ".txt");
    Path err = Files.createTempFile("assay-perf-err", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().putAll(environment);
      double before = ProcFiles.secondsOfChildren();
      long start = System.nanoTime();
      Process process = builder.start();
      Watch watch = watch(process);
      double wall = (System.nanoTime() - start) / 1e9;
      double cpu = ProcFiles.secondsOfChildren() - before;
      String said = Files.readString(out);
      String complained = Files.readString(err);
      if (process.exitValue() != 0) {
        throw new IOException(
            "exit code " + process.exitValue() + " of " + words + ":\n" + tail(said + complained));
      }
      return new ProcessCost(wall, cpu, watch.peak(), watch.threads(), said, complained);
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  private record Watch(double peak, Map<String, Double> threads) {}

  private static Watch watch(Process process) throws InterruptedException {
    Map<String, Double> threads = new HashMap<>();
    double peak = Double.NaN;
    boolean known = ProcFiles.available();
    try {
      for (int sample = 0; !process.waitFor(SAMPLE_MILLISECONDS, TimeUnit.MILLISECONDS); sample++) {
        if (known) {
          double seen = ProcFiles.peakBytes(process.pid());
          // What this process was before it became the program counts no more.
          peak = Double.isNaN(seen) ? peak : seen;
          if (sample % SAMPLES_PER_LOOK_AT_THREADS == 0) {
            ProcFiles.threads(process.pid(), threads);
          }
        }
      }
    } finally {
      process.destroyForcibly();
    }
    Map<String, Double> byName = new HashMap<>();
    threads.forEach(
        (thread, seconds) ->
            byName.merge(thread.substring(thread.indexOf(' ') + 1), seconds, Double::sum));
    return new Watch(peak, byName);
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 3000));
  }
}

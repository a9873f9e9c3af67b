package assay.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A command that a test runs as a process of its own.
 *
 * @param words program and arguments
 * @param environment variables set on top of the test's own; an empty value removes one
 * @param directory where it runs; null for the test's
 * @param input what it finds on standard input, then its end
 * @param guard how long it may run before it is killed and the test fails; nothing may depend on it
 */
public record Command(
    List<String> words,
    Map<String, String> environment,
    @Nullable Path directory,
    String input,
    Duration guard) {

  /** Copies the collections, keeping their order. */
  public Command {
    words = List.copyOf(words);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** This program with these arguments. */
  public static Command of(String... words) {
    return new Command(List.of(words), Map.of(), null, "", Duration.ofMinutes(2));
  }

  /** A class's {@code main} on the JDK and class path that run this test, in a small heap. */
  public static Command java(Class<?> main, String... arguments) {
    return javaMain(main.getName(), List.of("-Xmx256m"), arguments);
  }

  /**
   * A class's {@code main} on the JDK and class path that run this test, with options of the JVM.
   */
  public static Command javaMain(String main, List<String> options, String... arguments) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    words.addAll(options);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    words.addAll(List.of(arguments));
    return new Command(words, Map.of(), null, "", Duration.ofMinutes(2));
  }

  /** With these arguments after the others. */
  public Command and(String... more) {
    var all = new ArrayList<>(words);
    Collections.addAll(all, more);
    return new Command(all, environment, directory, input, guard);
  }

  /** With this variable; an empty value removes it. */
  public Command env(String name, String value) {
    var more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new Command(words, more, directory, input, guard);
  }

  /** In that directory. */
  public Command in(Path where) {
    return new Command(words, environment, where, input, guard);
  }

  /** With that text on standard input. */
  public Command input(String text) {
    return new Command(words, environment, directory, text, guard);
  }

  /** With another guard. */
  public Command guard(Duration time) {
    return new Command(words, environment, directory, input, time);
  }

  /** The words put behind others, such as {@code strace -f}. */
  Command behind(List<String> front) {
    var all = new ArrayList<>(front);
    all.addAll(words);
    return new Command(all, environment, directory, input, guard);
  }

  /** Starts it; the caller reads its outputs and ends it. */
  public Process start() {
    return start(ProcessBuilder.Redirect.PIPE, ProcessBuilder.Redirect.PIPE);
  }

  /**
   * Runs it to its end.
   *
   * @throws AssertionError if it runs longer than the guard; it and its children are killed then
   */
  public Finished run() {
    Path out = null;
    Path err = null;
    try {
      // files, so that no pipe fills up and no thread needs to read
      out = Files.createTempFile("assay-out", ".txt");
      err = Files.createTempFile("assay-err", ".txt");
      Process process = start(to(out), to(err));
      if (!endsInTime(process)) {
        throw new AssertionError(
            "still running after " + guard + ": " + words + "\n" + text(out) + text(err));
      }
      return new Finished(process.exitValue(), text(out), text(err));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the outputs of " + words, e);
    } finally {
      delete(out);
      delete(err);
    }
  }

  /** Kills a process and all it started, at once (SIGKILL), and waits until it is gone. */
  public static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  private Process start(ProcessBuilder.Redirect out, ProcessBuilder.Redirect err) {
    var builder = new ProcessBuilder(words).redirectOutput(out).redirectError(err);
    if (directory != null) {
      builder.directory(directory.toFile());
    }
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    try {
      Process process = builder.start();
      try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
        stdin.write(input);
      } catch (IOException e) {
        // the command ended, or closed its input, without reading it: that is its right
      }
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + words, e);
    }
  }

  private boolean endsInTime(Process process) {
    boolean ended = false;
    try {
      ended = process.waitFor(guard.toNanos(), TimeUnit.NANOSECONDS);
      return ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while running " + words, e);
    } finally {
      if (!ended) {
        kill(process);
      }
    }
  }

  private static ProcessBuilder.Redirect to(Path file) {
    File target = file.toFile();
    return ProcessBuilder.Redirect.to(target);
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static void delete(@Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot delete " + file, e);
      }
    }
  }
}

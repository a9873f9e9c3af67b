package assay.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Runs commands where nothing but loopback can be reached, and sees whether they tried.
 *
 * <p>The command runs in a network namespace of its own ({@code unshare -rn}) that holds only the
 * loopback device. The kernel counts, for each namespace, packets that found no way out and
 * datagrams to a loopback port that nobody listens on, which is what a question to a local name
 * server looks like: so an attempt shows even where the program keeps quiet about it. Where
 * namespaces are not permitted, {@code strace} reads the addresses off the system calls instead;
 * then an attempt is seen but not stopped. Where neither works the test is skipped, and says why.
 */
public final class NoNetwork {
  /**
   * How a command ended that had no network.
   *
   * @param finished exit code and outputs
   * @param attempts what it tried to reach beyond loopback, in words; empty if nothing
   */
  public record Isolated(Finished finished, List<String> attempts) {
    /** Copies the list. */
    public Isolated {
      attempts = List.copyOf(attempts);
    }

    /** How the command ended; fails if it tried to reach anything beyond loopback. */
    public Finished expectNoAttempt() {
      if (!attempts.isEmpty()) {
        throw new AssertionError("reached beyond loopback: " + attempts + "\n" + finished);
      }
      return finished;
    }
  }

  private static final String IN_NAMESPACE =
      """
      ip link set lo up || exit 125
      counters=$1; shift
      "$@"
      code=$?
      cat /proc/net/snmp >"$counters"
      if [ -r /proc/net/snmp6 ]; then cat /proc/net/snmp6 >>"$counters"; fi
      exit $code
      """;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "sin6?_port=htons\\((\\d+)\\).*?(?:inet_addr\\(|inet_pton\\(AF_INET6, )\"([^\"]+)\"");

  private NoNetwork() {}

  /**
   * Runs the command to its end without a network.
   *
   * @throws TestAbortedException where this machine permits neither way
   */
  public static Isolated run(Command command) {
    String obstacle = Obstacles.NAMESPACE;
    if (obstacle == null) {
      return inNamespace(command);
    }
    if (Obstacles.TRACE == null) {
      return traced(command);
    }
    throw new TestAbortedException(
        "no way to run a command without a network here: " + obstacle + "; " + Obstacles.TRACE);
  }

  /** Skips the test where {@link #run} would. */
  public static void require() {
    if (Obstacles.NAMESPACE != null && Obstacles.TRACE != null) {
      throw new TestAbortedException(
          "no way to run a command without a network here: "
              + Obstacles.NAMESPACE
              + "; "
              + Obstacles.TRACE);
    }
  }

  static Isolated inNamespace(Command command) {
    return withFile(
        counters -> {
          Finished finished =
              command
                  .behind(
                      List.of(
                          "unshare", "-rn", "sh", "-c", IN_NAMESPACE, "sh", counters.toString()))
                  .run();
          return new Isolated(finished, readCounters(Files.readString(counters)));
        });
  }

  static Isolated traced(Command command) {
    return withFile(
        calls -> {
          Finished finished =
              command
                  .behind(
                      List.of(
                          "strace",
                          "-f",
                          "-qq",
                          "-e",
                          "trace=connect,sendto,sendmsg,sendmmsg",
                          "-o",
                          calls.toString()))
                  .run();
          return new Isolated(finished, readCalls(Files.readString(calls)));
        });
  }

  /** What the kernel's counters say, see SNMP counters in its documentation. */
  static List<String> readCounters(String text) {
    var attempts = new ArrayList<String>();
    note(attempts, counter(text, "Ip", "OutNoRoutes"), "IPv4 packets without a way out");
    note(attempts, counter6(text, "Ip6OutNoRoutes"), "IPv6 packets without a way out");
    String local = "datagrams to a loopback port where nobody listens (a name server?)";
    note(attempts, counter(text, "Udp", "NoPorts"), local);
    note(attempts, counter6(text, "Udp6NoPorts"), local);
    return attempts;
  }

  /** The addresses beyond loopback in the lines of strace. */
  static List<String> readCalls(String text) {
    var attempts = new LinkedHashSet<String>();
    for (String line : text.lines().toList()) {
      Matcher found = ADDRESS.matcher(line);
      while (found.find()) {
        String address = found.group(2);
        boolean loopback =
            address.startsWith("127.")
                || address.equals("::1")
                || address.startsWith("::ffff:127.");
        if (!loopback || found.group(1).equals("53")) {
          attempts.add(address + " port " + found.group(1));
        }
      }
    }
    return List.copyOf(attempts);
  }

  private static void note(List<String> attempts, long n, String what) {
    if (n > 0) {
      attempts.add(n + " " + what);
    }
  }

  /** A counter in two lines, {@code Ip: NAME NAME…} and {@code Ip: VALUE VALUE…}. */
  private static long counter(String text, String family, String name) {
    List<String> lines = text.lines().filter(line -> line.startsWith(family + ": ")).toList();
    if (lines.size() < 2) {
      throw new AssertionError("no counters of '" + family + "' in /proc/net/snmp:\n" + text);
    }
    int at = List.of(lines.get(0).split(" ")).indexOf(name);
    return Long.parseLong(lines.get(1).split(" ")[at]);
  }

  /** A counter in a line of its own; 0 where the kernel has no IPv6. */
  private static long counter6(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "\t"))
        .mapToLong(line -> Long.parseLong(line.substring(name.length()).strip()))
        .findFirst()
        .orElse(0);
  }

  @FunctionalInterface
  private interface WithFile {
    Isolated apply(Path file) throws IOException;
  }

  private static Isolated withFile(WithFile action) {
    try {
      Path file = Files.createTempFile("assay-network", ".txt");
      try {
        return action.apply(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep what the network was asked", e);
    }
  }

  /** Why a way cannot be gone on this machine, null where it can; found out once. */
  private static final class Obstacles {
    static final @Nullable String NAMESPACE =
        obstacle(Command.of("unshare", "-rn", "sh", "-c", "ip link set lo up"));
    static final @Nullable String TRACE =
        obstacle(Command.of("strace", "-f", "-qq", "-e", "trace=connect", "true"));

    private static @Nullable String obstacle(Command probe) {
      try {
        Finished probed = probe.guard(Duration.ofSeconds(30)).run();
        return probed.exitCode() == 0
            ? null
            : probe.words().getFirst() + " is not permitted: " + probed.err().strip();
      } catch (UncheckedIOException e) {
        return probe.words().getFirst() + " is not installed";
      }
    }
  }
}

package assay.perf.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What Linux tells of processes in {@code /proc}. Elsewhere everything is unknown, and {@link
 * #available} says so.
 */
final class ProcFiles {

  private static final Path PROC = Path.of("/proc");
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final int CHILDREN_USER_TIME = 13;
  private static final int CHILDREN_SYSTEM_TIME = 14;
  private static final double TICKS_PER_SECOND = ticksPerSecond();

  private ProcFiles() {}

  static boolean available() {
    return Files.isReadable(PROC.resolve("self/stat"));
  }

  /** Processor seconds of the children of this process that have ended and were waited for. */
  static double secondsOfChildren() {
    try {
      String[] fields = statFields(Files.readString(PROC.resolve("self/stat")));
      return (Long.parseLong(fields[CHILDREN_USER_TIME])
              + Long.parseLong(fields[CHILDREN_SYSTEM_TIME]))
          / TICKS_PER_SECOND;
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** The largest resident memory of a process so far, in bytes; NaN once it has ended. */
  static double peakBytes(long pid) {
    try {
      for (String line : Files.readAllLines(PROC.resolve(pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return 1024.0 * Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
      return Double.NaN;
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** Puts the processor seconds of each thread of a process, by its id and name. */
  static void threads(long pid, Map<String, Double> seconds) {
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(PROC.resolve(pid + "/task"))) {
      for (Path task : tasks) {
        String stat = stat(task);
        if (!stat.isEmpty()) {
          String[] fields = statFields(stat);
          String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
          seconds.put(
              task.getFileName() + " " + name,
              (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
                  / TICKS_PER_SECOND);
        }
      }
    } catch (IOException e) {
      return; // the process has ended, or this is not Linux: what was seen so far stands
    }
  }

  private static String stat(Path task) {
    try {
      return Files.readString(task.resolve("stat"));
    } catch (IOException e) {
      return ""; // the thread has ended since it was listed
    }
  }

  /** The fields behind the name, which itself may hold blanks and parentheses. */
  private static String[] statFields(String stat) {
    return stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
  }

  private static double ticksPerSecond() {
    try {
      Process process = new ProcessBuilder("getconf", "CLK_TCK").start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return process.waitFor(5, TimeUnit.SECONDS) && !said.isEmpty()
          ? Double.parseDouble(said)
          : 100;
    } catch (IOException e) {
      return 100;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 100;
    }
  }
}

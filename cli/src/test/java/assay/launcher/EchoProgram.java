package assay.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/**
 * A stand-in for the command: prints each argument in brackets; {@code exit N} ends with that code.
 */
final class EchoProgram {

  private static final String SOURCE =
      """
      package assay.cli;

      public final class Main {
        public static void main(String[] arguments) {
          if (System.getProperty("echo") != null) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            String near = Math.abs(megabytes - 77) < 6 ? "77" : "" + megabytes;
            System.out.print("echo=" + System.getProperty("echo") + ", " + near + " MB\\n");
          }
          if (arguments.length == 2 && arguments[0].equals("exit")) {
            System.exit(Integer.parseInt(arguments[1]));
          }
          for (String argument : arguments) {
            System.out.print("[" + argument + "]\\n");
          }
        }
      }
      """;

  private static final String REHEARSAL =
      """
      package assay.cli.rehearsal;

      public final class Rehearsal {
        public static void main(String[] arguments) {
          assay.cli.Main.main(new String[] {"rehearsed"});
        }
      }
      """;

  private EchoProgram() {}

  static Path jar(Path jar) throws IOException {
    Path folder = Files.createTempDirectory(jar.getParent(), "echo");
    Path source = Files.writeString(folder.resolve("Main.java"), SOURCE, UTF_8);
    Path rehearsal = Files.writeString(folder.resolve("Rehearsal.java"), REHEARSAL, UTF_8);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null, null, null, "-d", folder.toString(), source.toString(), rehearsal.toString());
    assertThat(failed).isZero();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (String name : List.of("assay/cli/Main.class", "assay/cli/rehearsal/Rehearsal.class")) {
        out.putNextEntry(new JarEntry(name));
        out.write(Files.readAllBytes(folder.resolve(name)));
        out.closeEntry();
      }
    }
    return jar;
  }
}

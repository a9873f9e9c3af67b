package assay.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, on a small checkout of its own: the folder has a blank and letters of other scripts
 * in its name, and "Maven" is a script that counts its calls and puts {@link EchoProgram} where the
 * command would be.
 */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "the launcher of a checkout is a POSIX shell script")
class LauncherTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root"));
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  @TempDir Path folder;

  private Path checkout;
  private Path maven;
  private final Map<String, String> environment = new LinkedHashMap<>();

  /** What a start of the launcher gave. */
  record Ran(int exit, String out, String err) {}

  @BeforeEach
  void layOutACheckout() throws IOException {
    checkout = Files.createDirectories(folder.resolve("a checkout ü 日本"));
    for (String file : List.of("assay", ".build/checkout.sh")) {
      Path copy = checkout.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(ROOT.resolve(file), copy);
      assertThat(copy.toFile().setExecutable(true)).isTrue();
    }
    write("pom.xml", "<project/>");
    Files.createDirectories(checkout.resolve(".mvn"));
    write("cli/pom.xml", "<project/>");
    write("cli/src/main/java/assay/cli/Main.java", "class Main {}");
    Path jar = EchoProgram.jar(folder.resolve("echo.jar"));
    maven = folder.resolve("fake-mvn");
    Files.writeString(
        maven,
        """
        #!/bin/sh
        echo "$*" >>"%1$s/calls"
        if [ -e "%1$s/broken" ]; then echo "cannot find symbol: class Nonsense"; exit 1; fi
        mkdir -p cli/target/quick/app/lib
        cp "%2$s" cli/target/quick/app/lib/assay-cli.jar
        echo assay-cli.jar >cli/target/quick/app/classpath
        """
            .formatted(folder, jar),
        UTF_8);
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("HOME", folder.toString());
    environment.put("JAVA_HOME", JDK.toString());
    environment.put("ASSAY_MVN", maven.toString());
    environment.put("ASSAY_START", "plain");
  }

  @Test
  void argumentsArriveAsTheyAreTyped() throws Exception {
    Ran ran = assay("show", "two words", "", "*", "ü 日本 😀", "--x=\"y\"", "$HOME", "back\\slash");
    assertThat(ran.out())
        .isEqualTo(
            "[show]\n[two words]\n[]\n[*]\n[ü 日本 😀]\n[--x=\"y\"]\n[$HOME]\n[back\\slash]\n");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void argumentsArriveUnderTheLocaleC() throws Exception {
    environment.put("LC_ALL", "C");
    assertThat(assay("ü 日本").out()).isEqualTo("[ü 日本]\n");
  }

  @Test
  void theExitCodeIsTheCommands() throws Exception {
    assertThat(assay("exit", "3").exit()).isEqualTo(3);
  }

  @Test
  void aFreshCheckoutIsBuiltOnceAndSaysSoInOneLine() throws Exception {
    assertThat(assay("a").err()).startsWith("assay: building once, about").hasLineCount(1);
    assertThat(assay("a").err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aChangedSourceIsBuiltAgain() throws Exception {
    assay("a");
    Path source = checkout.resolve("cli/src/main/java/assay/cli/Main.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
    assertThat(assay("a").err()).startsWith("assay: building, about");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aFileAddedWithAnOldTimeOrTakenAwayIsBuiltAgain() throws Exception {
    assay("a");
    Path added = write("cli/src/main/resources/new file.txt", "new");
    Files.setLastModifiedTime(added, FileTime.from(Instant.EPOCH));
    assay("a");
    assertThat(builds()).isEqualTo(2);
    Files.delete(added);
    assay("a");
    assertThat(builds()).isEqualTo(3);
    assay("a");
    assertThat(builds()).isEqualTo(3);
  }

  @Test
  void anOlderBuildStaysForTheRunThatUsesIt() throws Exception {
    assay("a");
    Path first = currentBuild();
    write("cli/src/main/resources/x", "x");
    assay("a");
    assertThat(currentBuild()).isNotEqualTo(first);
    assertThat(first.resolve("assay-cli.jar")).exists();
  }

  @Test
  void aFailedBuildIsShownWholeAndStartsNothing() throws Exception {
    Files.createFile(folder.resolve("broken"));
    Ran ran = assay("a");
    assertThat(ran.exit()).isEqualTo(70);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("cannot find symbol: class Nonsense")
        .contains("assay: the build failed; what Maven said stands above and in ")
        .contains("launcher-build.log");
    Files.delete(folder.resolve("broken"));
    assertThat(assay("a").out()).isEqualTo("[a]\n");
  }

  @Test
  void twoStartsAtOnceBuildOnce() throws Exception {
    List<Process> starts =
        List.of(start(checkout.resolve("assay"), "1"), start(checkout.resolve("assay"), "2"));
    for (Process start : starts) {
      assertThat(finished(start).exit()).isZero();
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void theLockOfABuildThatWasKilledIsTakenAway() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    write("target/launcher.lock/pid", gone.pid() + "\n");
    assertThat(assay("a").out()).isEqualTo("[a]\n");
    assertThat(checkout.resolve("target/launcher.lock")).doesNotExist();
  }

  @Test
  void aLinkElsewhereIsFollowed() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("my bin"));
    Files.createSymbolicLink(bin.resolve("second"), checkout.resolve("assay"));
    Path link = Files.createSymbolicLink(bin.resolve("assay"), Path.of("second"));
    assertThat(finished(start(link, "linked")).out()).isEqualTo("[linked]\n");
  }

  @Test
  void optionsForTheJvmWin() throws Exception {
    environment.put("ASSAY_JAVA_OPTS", "-Xmx77m -Decho=yes");
    assertThat(assay("a").out()).isEqualTo("echo=yes, 77 MB\n[a]\n");
  }

  @Test
  void theStartUpCacheIsMadeWithTheBuildAndUsed() throws Exception {
    environment.remove("ASSAY_START");
    assertThat(assay("a").out()).isEqualTo("[a]\n");
    assertThat(Files.list(currentBuild()).map(file -> file.getFileName().toString()))
        .anyMatch(name -> name.startsWith("start-") && name.endsWith(".aot"));
    environment.put("ASSAY_JAVA_OPTS", "-Xlog:class+load:file=" + folder.resolve("loaded"));
    assay("a");
    assertThat(Files.readAllLines(folder.resolve("loaded")))
        .anyMatch(line -> line.contains("assay.cli.Main ") && line.contains("shared objects file"));
  }

  @Test
  void withoutMavenItSaysHowToGetIt() throws Exception {
    environment.put("ASSAY_MVN", "no-such-mvn");
    Ran ran = assay("a");
    assertThat(ran.exit()).isEqualTo(70);
    assertThat(ran.err())
        .contains("there is no 'no-such-mvn' on PATH")
        .contains("apt install maven");
  }

  @Test
  void anUnpackedZipRunsWithoutMavenAndKeepsItsCacheWithTheUser() throws Exception {
    Path zip = Files.createDirectories(folder.resolve("assay 1.0 ü"));
    Files.createDirectories(zip.resolve("bin"));
    Files.createDirectories(zip.resolve("lib"));
    Path command = Files.copy(checkout.resolve("assay"), zip.resolve("bin/assay"));
    assertThat(command.toFile().setExecutable(true)).isTrue();
    Files.copy(folder.resolve("echo.jar"), zip.resolve("lib/assay-cli.jar"));
    Files.writeString(zip.resolve("lib/classpath"), "assay-cli.jar\n");
    Files.writeString(zip.resolve("lib/build-id"), "1.0-abc\n");
    environment.remove("ASSAY_START");
    environment.put("ASSAY_MVN", "no-such-mvn");
    Ran first = finished(start(command, "a b"));
    assertThat(first.out()).isEqualTo("[a b]\n");
    assertThat(first.err()).isEqualTo("assay: preparing a faster start, once …\n");
    assertThat(finished(start(command, "a b"))).isEqualTo(new Ran(0, "[a b]\n", ""));
    assertThat(Files.list(folder.resolve(".cache/assay/start"))).hasSize(1);
  }

  private Path write(String file, String text) throws IOException {
    Path path = checkout.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text, UTF_8);
  }

  private long builds() throws IOException {
    return Files.readAllLines(folder.resolve("calls")).size();
  }

  private Path currentBuild() throws IOException {
    Path app = checkout.resolve("cli/target/quick/app");
    return app.resolve("builds").resolve(Files.readString(app.resolve("current")).strip());
  }

  private Ran assay(String... arguments) throws Exception {
    return finished(start(checkout.resolve("assay"), arguments));
  }

  private Process start(Path command, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(Path.of("/").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Ran finished(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ran(process.exitValue(), out, err);
  }
}

package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's samples of output are what its commands print, as far as they are shown, in a
 * terminal of 100 columns; and its links lead somewhere.
 */
class ReadmeTest {

  private static final Path README = CliOutcome.HOME.resolve("README.md");

  @TempDir private Path work;

  @TestFactory
  Stream<DynamicTest> samplesAreWhatCommandsPrint() throws IOException {
    Matcher blocks =
        Pattern.compile("```\n\\$ \\./assay (.*?[^\\\\])\n(.+?)```", Pattern.DOTALL)
            .matcher(Files.readString(README));
    List<DynamicTest> tests = new ArrayList<>();
    while (blocks.find()) {
      String command = blocks.group(1);
      String printed = blocks.group(2);
      tests.add(DynamicTest.dynamicTest(command, () -> compare(command, printed)));
    }
    assertThat(tests).hasSize(2);
    return tests.stream();
  }

  private void compare(String command, String printed) {
    List<String> arguments = new ArrayList<>(List.of(command.split("[\\s\\\\]+")));
    if (command.contains("DIR")) {
      Path data = SharedData.require("medagents-benchmark").getParent();
      arguments.replaceAll(argument -> argument.replace("DIR", data.toString()));
    }
    arguments.addAll(
        List.of("--columns", "100", "-o", work.resolve(arguments.getFirst()).toString()));
    CliOutcome outcome = CliOutcome.of(work, arguments);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).startsWith(printed);
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    Matcher links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(README));
    List<String> broken = new ArrayList<>();
    while (links.find()) {
      if (!Files.exists(CliOutcome.HOME.resolve(links.group(1)))) {
        broken.add(links.group(1));
      }
    }
    assertThat(broken).isEmpty();
  }
}

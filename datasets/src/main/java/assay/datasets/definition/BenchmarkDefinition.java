package assay.datasets.definition;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.benchmark.Benchmark;
import assay.datasets.yaml.YamlDocument;
import assay.datasets.yaml.YamlNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A {@code benchmark.yaml}: the benchmark as every room sees it, and what the room of data sets
 * alone needs to know.
 *
 * @param benchmark identity, prompt, rules, published results
 * @param text the file as it was read, for a run's snapshot
 * @param displayName the file's name in messages
 * @param data where rows come from
 * @param sample how a row becomes a sample
 * @param recordings how files of recorded answers are joined, in order: the first that fits counts
 */
public record BenchmarkDefinition(
    Benchmark benchmark,
    String text,
    String displayName,
    DataRule data,
    SampleRule sample,
    List<RecordingRule> recordings) {

  private static final long MOST_BYTES = 8_000_000;

  public BenchmarkDefinition {
    recordings = List.copyOf(recordings);
  }

  /**
   * Reads a file.
   *
   * @throws AssayException with every problem of the file, or that it cannot be read
   */
  public static BenchmarkDefinition read(Path yaml) {
    try {
      if (Files.size(yaml) > MOST_BYTES) {
        throw AssayException.data(
            Problem.of("the file has " + Files.size(yaml) + " bytes")
                .at(yaml.toString())
                .expected("a benchmark.yaml of at most " + MOST_BYTES + " bytes"));
      }
      byte[] bytes = Files.readAllBytes(yaml);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return parse(text, yaml.toString());
    } catch (CharacterCodingException e) {
      throw AssayException.data(
          Problem.of("the file is not UTF-8 text").at(yaml.toString()).expected("UTF-8"));
    } catch (IOException e) {
      throw new AssayException(
          AssayException.Category.DATA,
          Problem.of("the file cannot be read: " + e.getMessage())
              .at(yaml.toString())
              .expected("a readable benchmark.yaml"),
          e);
    }
  }

  /**
   * Reads a text.
   *
   * @param displayName what to call the text in messages
   * @throws AssayException with every problem of the text
   */
  public static BenchmarkDefinition parse(String text, String displayName) {
    ProblemReport problems = new ProblemReport();
    YamlNode root = YamlDocument.read(text, displayName, problems);
    if (root == null) {
      throw new AssayException(AssayException.Category.DATA, problems.problems());
    }
    BenchmarkDefinition definition =
        new DefinitionReader(root, displayName, problems).read(text, displayName);
    problems.throwIfAny(AssayException.Category.DATA);
    return definition;
  }

  /** The benchmark's name. */
  public String name() {
    return benchmark.name();
  }

  /**
   * A recording's entry with settings of a command line added: {@code reply}, {@code join}, {@code
   * usage.prompt}…
   *
   * @param place what to call the command line in messages
   * @throws AssayException if a setting is unknown or wrong
   */
  public static RecordingRule withSettings(
      RecordingRule rule, SequencedMap<String, String> settings, String place) {
    return RecordingReader.read(rule.source(), settings, place);
  }

  /**
   * A recording's entry that settings alone describe.
   *
   * @param place what to call the command line in messages
   * @throws AssayException if a setting is missing, unknown or wrong
   */
  public static RecordingRule described(SequencedMap<String, String> settings, String place) {
    return RecordingReader.read(new YamlNode.Mapping(1, new LinkedHashMap<>()), settings, place);
  }
}

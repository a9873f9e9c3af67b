package assay.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A log of a few made-up questions in the form of lm-evaluation-harness. */
final class MadeLog {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<ObjectNode> records = new ArrayList<>();

  /** Adds questions with four options each, of which A is right and answered. */
  MadeLog add(int from, int to, IntFunction<String> question, IntFunction<List<String>> options) {
    for (int i = from; i < to; i++) {
      StringBuilder prompt = new StringBuilder(question.apply(i));
      List<String> shown = options.apply(i);
      for (int k = 0; k < shown.size(); k++) {
        prompt.append('\n').append((char) ('A' + k)).append(". ").append(shown.get(k));
      }
      ObjectNode record = MAPPER.createObjectNode().put("doc_id", i);
      ObjectNode doc = record.putObject("doc").put("question", question.apply(i));
      shown.forEach(doc.withArray("choices")::add);
      record.put("target", "A");
      record
          .putObject("arguments")
          .putObject("gen_args_0")
          .put("arg_0", prompt.append("\nAnswer:").toString())
          .putObject("arg_1")
          .put("temperature", 0);
      record.putArray("resps").addArray().add("A");
      record.putArray("filtered_resps").add("A");
      record.put("filter", "none").putArray("metrics").add("exact_match");
      record.put("exact_match", 1.0);
      records.add(record);
    }
    return this;
  }

  static MadeLog of(int questions) {
    return new MadeLog()
        .add(
            0,
            questions,
            i -> "Which organ is meant in case " + i + "?",
            i -> List.of("Heart " + i, "Liver " + i, "Spleen " + i, "Lung " + i));
  }

  /** A question's record, to be changed. */
  ObjectNode record(int i) {
    return records.get(i);
  }

  List<ObjectNode> records() {
    return records;
  }

  Path write(Path file) throws IOException {
    return Files.write(file, records.stream().map(ObjectNode::toString).toList());
  }
}

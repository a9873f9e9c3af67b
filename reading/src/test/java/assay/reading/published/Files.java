package assay.reading.published;

import assay.core.AnswerKind;
import assay.core.Option;
import assay.core.exchange.Presented;
import assay.testkit.SharedData;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The publishers' files as Jackson's trees and as rows of text. */
final class Files {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private Files() {}

  static JsonNode json(Path file) throws IOException {
    return MAPPER.readTree(text(file));
  }

  static List<JsonNode> jsonLines(Path file) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : text(file).split("\n")) {
      if (!line.isBlank()) {
        rows.add(MAPPER.readTree(line));
      }
    }
    return rows;
  }

  static String text(Path file) throws IOException {
    try (InputStream in = java.nio.file.Files.newInputStream(file)) {
      InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Records of a CSV file with a header; quoted fields may hold line ends. */
  static List<Map<String, String>> csv(Path file) throws IOException {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    String text = text(file);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        record.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          records.add(record);
          record = new ArrayList<>();
        }
      } else if (c != '\r') {
        field.append(c);
      }
    }
    if (!record.isEmpty() || !field.isEmpty()) {
      record.add(field.toString());
      records.add(record);
    }
    List<String> header = records.getFirst();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> values : records.subList(1, records.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), i < values.size() ? values.get(i) : "");
      }
      rows.add(row);
    }
    return rows;
  }

  /** Values of {@code _A.tsv} or {@code _B.tsv} for a data set: file and metric to the value. */
  static Map<String, Double> expected(String table, String dataset) throws IOException {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String line : text(SharedData.require(table)).split("\n")) {
      String[] fields = line.split("\t", -1);
      if (fields[0].equals(dataset) && fields[5].matches("-?[0-9.]+")) {
        values.put(fields[1] + " " + fields[2], Double.valueOf(fields[5]));
      }
    }
    return values;
  }

  static Presented choice(String question, JsonNode options, String language) {
    List<Option> shown = new ArrayList<>();
    options
        .properties()
        .forEach(
            option -> {
              if (!option.getValue().isNull()) {
                shown.add(new Option(option.getKey(), option.getValue().asText()));
              }
            });
    return new Presented(AnswerKind.CHOICE, question, shown, List.of(), null, language);
  }

  static Presented of(AnswerKind kind, String question, String language) {
    return new Presented(kind, question, List.of(), List.of(), null, language);
  }
}

package assay.datasets.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Takes fields of a log's record, which may be missing or of any type. */
final class LogFields {

  /** Names under which tasks keep the right answer. */
  private static final List<String> GOLD =
      List.of(
          "answer",
          "target",
          "gold",
          "answer_idx",
          "answer_key",
          "answerKey",
          "correct_answer",
          "correct",
          "correct_option",
          "expected",
          "label",
          "reference",
          "solution",
          "cop");

  private static final List<String> OPTIONS = List.of("options", "choices", "endings", "answers");

  private LogFields() {}

  /** The value behind names in turn; null where there is none. */
  static @Nullable JsonNode at(JsonNode record, String... names) {
    JsonNode node = record;
    for (String name : names) {
      node = node.get(name);
      if (node == null || node.isNull()) {
        return null;
      }
    }
    return node;
  }

  /** A text, or the literal of a number or truth value; null for all else. */
  static @Nullable String text(JsonNode record, String... names) {
    return scalar(at(record, names));
  }

  static @Nullable String scalar(@Nullable JsonNode node) {
    return node == null || node.isContainerNode() || node.isNull() ? null : node.asText();
  }

  static @Nullable Long whole(JsonNode record, String... names) {
    JsonNode node = at(record, names);
    return node != null && node.isNumber() && node.asDouble() >= 0
        ? Long.valueOf(node.asLong())
        : null;
  }

  static @Nullable Double number(JsonNode record, String... names) {
    JsonNode node = at(record, names);
    return node == null ? null : number(node);
  }

  /** A number, or a truth value as 1 and 0; null for all else. */
  static @Nullable Double number(JsonNode node) {
    if (node.isBoolean()) {
      return node.asBoolean() ? 1.0 : 0.0;
    }
    return node.isNumber() && Double.isFinite(node.asDouble())
        ? Double.valueOf(node.asDouble())
        : null;
  }

  /** One text or all of a list. */
  static List<String> texts(@Nullable JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node != null && node.isArray()) {
      node.forEach(item -> add(texts, scalar(item)));
    } else {
      add(texts, scalar(node));
    }
    return texts;
  }

  private static void add(List<String> texts, @Nullable String text) {
    if (text != null) {
      texts.add(text);
    }
  }

  /** The options of a record of the task: a list, a map, texts and labels, or columns A, B, C…. */
  static SequencedMap<String, String> options(JsonNode record) {
    for (String name : OPTIONS) {
      JsonNode node = at(record, name);
      SequencedMap<String, String> options = node == null ? new LinkedHashMap<>() : listed(node);
      if (options.size() > 1) {
        return options;
      }
    }
    SequencedMap<String, String> columns = new LinkedHashMap<>();
    for (char key = 'A'; key <= 'Z'; key++) {
      String text = text(record, String.valueOf(key));
      if (text == null) {
        break;
      }
      columns.put(String.valueOf(key), text);
    }
    return columns.size() > 1 ? columns : new LinkedHashMap<>();
  }

  private static SequencedMap<String, String> listed(JsonNode node) {
    SequencedMap<String, String> options = new LinkedHashMap<>();
    if (node.isArray()) {
      List<String> texts = texts(node);
      if (texts.size() == node.size() && texts.size() <= 26) {
        for (String text : texts) {
          options.put(String.valueOf((char) ('A' + options.size())), text);
        }
      }
    } else if (node.isObject() && node.has("text") && node.has("label")) {
      List<String> texts = texts(node.get("text"));
      List<String> labels = texts(node.get("label"));
      for (int i = 0; i < Math.min(texts.size(), labels.size()); i++) {
        options.put(labels.get(i), texts.get(i));
      }
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              entry -> {
                String text = scalar(entry.getValue());
                if (text != null && !entry.getKey().isBlank()) {
                  options.put(entry.getKey(), text);
                }
              });
    }
    return options;
  }

  /** What a record of the task calls right; empty where it says nothing of the kind. */
  static List<String> gold(JsonNode record) {
    for (String name : GOLD) {
      List<String> gold = texts(record.get(name));
      if (!gold.isEmpty()) {
        return gold;
      }
    }
    return List.of();
  }

  /** A conversation as one text: a single user's message as it is, more with their roles. */
  static @Nullable String conversation(@Nullable JsonNode messages) {
    if (messages == null || !messages.isArray()) {
      return scalar(messages);
    }
    if (messages.size() == 1) {
      return content(messages.get(0));
    }
    StringBuilder all = new StringBuilder();
    for (JsonNode message : messages) {
      String content = content(message);
      if (content != null) {
        all.append(all.isEmpty() ? "" : "\n\n")
            .append('[')
            .append(message.path("role").asText("user"))
            .append("]\n")
            .append(content);
      }
    }
    return all.isEmpty() ? null : all.toString();
  }

  /** The text of a message, whose content may be a list of parts. */
  static @Nullable String content(JsonNode message) {
    JsonNode content = message.isObject() ? message.get("content") : message;
    if (content == null || !content.isArray()) {
      return scalar(content);
    }
    List<String> parts = new ArrayList<>();
    content.forEach(part -> add(parts, part.isObject() ? text(part, "text") : scalar(part)));
    return String.join("\n", parts);
  }
}

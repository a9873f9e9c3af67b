package assay.datasets.definition;

import assay.core.AnswerKind;
import assay.core.benchmark.Benchmark;
import assay.core.benchmark.Prompt;
import assay.core.exchange.Generation;
import assay.datasets.yaml.Nearest;
import assay.datasets.yaml.Section;
import assay.datasets.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the keys that say how a benchmark is run: prompt, generation, arms, rules. */
final class RunReader {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
  private static final List<String> PLACEHOLDERS = List.of("question", "options", "unit", "images");

  private final Section root;

  RunReader(Section root) {
    this.root = root;
  }

  Prompt prompt(Set<AnswerKind> kinds, SequencedMap<String, List<FileRule>> splits) {
    SequencedMap<AnswerKind, String> byKind = new LinkedHashMap<>();
    String template = "";
    if (root.require("prompt")) {
      if (root.node("prompt") instanceof YamlNode.Mapping) {
        Section section = root.section("prompt");
        if (section != null) {
          template = templates(section, kinds, byKind);
        }
      } else {
        template = template(root, "prompt");
      }
    }
    return new Prompt(root.text("system"), template, byKind, shots(splits));
  }

  private static String templates(
      Section section, Set<AnswerKind> kinds, SequencedMap<AnswerKind, String> byKind) {
    String byDefault = section.has("default") ? template(section, "default") : null;
    section.node("default");
    for (AnswerKind kind : kinds) {
      if (section.has(kind.id())) {
        byKind.put(kind, template(section, kind.id()));
      } else if (byDefault == null) {
        section.problem(
            "there is no prompt for the kind '" + kind.id() + "'",
            "a key '" + kind.id() + "' or 'default'");
      }
    }
    section.finish();
    if (byDefault != null) {
      return byDefault;
    }
    return byKind.isEmpty() ? "" : Objects.requireNonNull(byKind.firstEntry()).getValue();
  }

  private static String template(Section section, String key) {
    String text = section.requiredText(key);
    Matcher matcher = PLACEHOLDER.matcher(text);
    boolean asks = false;
    while (matcher.find()) {
      String name = matcher.group(1);
      asks |= name.equals("question");
      if (!PLACEHOLDERS.contains(name)) {
        section.problem(key, "holds {" + name + "}", Nearest.phrase(name, PLACEHOLDERS, 10));
      }
    }
    if (!asks && !text.isBlank()) {
      section.problem(key, "does not ask the question", "{question} somewhere");
    }
    return text;
  }

  private Prompt.@Nullable Shots shots(SequencedMap<String, List<FileRule>> splits) {
    Section section = root.section("shots");
    if (section == null) {
      return null;
    }
    section.require("count");
    Long count = section.whole("count", 1);
    String split = section.requiredText("split");
    if (!split.isBlank()) {
      DataReader.checkSplit(section, "split", split, splits);
    }
    String order = section.text("order");
    if (order != null && !order.equals("first") && !order.equals("random")) {
      section.problem("order", "is '" + order + "'", "first or random");
    }
    section.finish();
    return new Prompt.Shots(
        count == null ? 1 : (int) Math.min(count, Integer.MAX_VALUE),
        split,
        "random".equals(order) ? Prompt.Shots.Order.RANDOM : Prompt.Shots.Order.FIRST);
  }

  Generation generation() {
    Section section = root.section("generation");
    if (section == null) {
      return Generation.UNSET;
    }
    Generation generation =
        new Generation(
            between(section, "temperature", 0, 100),
            between(section, "top-p", 0, 1),
            section.whole("seed", 0),
            integer(section.whole("max-tokens", 1)),
            section.texts("stop"),
            integer(section.whole("top-logprobs", 0)),
            section.text("reasoning-effort"));
    section.finish();
    return generation;
  }

  private static @Nullable Integer integer(@Nullable Long value) {
    return value == null ? null : Integer.valueOf((int) Math.min(value, Integer.MAX_VALUE));
  }

  private static @Nullable Double between(Section section, String key, int least, int most) {
    BigDecimal number = section.number(key);
    if (number == null) {
      return null;
    }
    double value = number.doubleValue();
    if (!(value >= least && value <= most)) {
      section.problem(key, "is " + number, "a number from " + least + " to " + most);
    }
    return value;
  }

  List<String> arms() {
    List<String> arms = root.texts("arms");
    if (root.has("arms") && arms.isEmpty()) {
      root.problem("arms", "names no arm", "at least one, such as standard");
    }
    return root.has("arms") ? arms : List.of("standard");
  }

  /**
   * The rules by kind: what the file names, and the house's own where it names none.
   *
   * @param several whether a choice can have several right options
   */
  SequencedMap<AnswerKind, Benchmark.Rules> rules(Set<AnswerKind> kinds, boolean several) {
    Section read = root.section("read");
    Section score = root.section("score");
    Section metrics = root.section("metrics");
    SequencedMap<AnswerKind, Benchmark.Rules> rules = new LinkedHashMap<>();
    for (AnswerKind kind : kinds) {
      Benchmark.Rules usual = usual(kind, several);
      rules.put(
          kind,
          new Benchmark.Rules(
              names(read, kind, usual.extractors()),
              names(score, kind, usual.scorers()),
              names(metrics, kind, usual.metrics())));
    }
    for (Section section : new Section[] {read, score, metrics}) {
      if (section != null) {
        section.finish();
      }
    }
    return rules;
  }

  private static List<String> names(
      @Nullable Section section, AnswerKind kind, List<String> usual) {
    if (section == null) {
      return usual;
    }
    List<String> names = section.texts(kind.id());
    if (section.has(kind.id()) && names.isEmpty()) {
      section.problem(kind.id(), "names no rule", "at least one name");
    }
    return section.has(kind.id()) ? names : usual;
  }

  private static Benchmark.Rules usual(AnswerKind kind, boolean several) {
    List<String> accuracy = List.of("accuracy");
    return switch (kind) {
      case CHOICE ->
          new Benchmark.Rules(
              List.of(several ? "letters" : "layered"), List.of("choice"), accuracy);
      case YES_NO -> new Benchmark.Rules(List.of("layered"), List.of("yes-no"), accuracy);
      case TEXT -> new Benchmark.Rules(List.of("whole"), List.of("text"), accuracy);
      case NUMBER -> new Benchmark.Rules(List.of("layered"), List.of("number"), accuracy);
      case DATE -> new Benchmark.Rules(List.of("layered"), List.of("date"), accuracy);
      case LABELS -> new Benchmark.Rules(List.of("layered"), List.of("labels"), accuracy);
    };
  }
}

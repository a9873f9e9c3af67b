package assay.cli.claim;

import assay.core.AssayException;
import assay.core.Location;
import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.Sha256;
import assay.datasets.yaml.Nearest;
import assay.datasets.yaml.Section;
import assay.datasets.yaml.YamlDocument;
import assay.datasets.yaml.YamlNode;
import assay.evaluation.claim.Claim;
import assay.evaluation.claim.Multiplicity;
import assay.evaluation.claim.Role;
import assay.evaluation.claim.Statement;
import assay.evaluation.claim.StatementKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a claim file; every problem of it goes into one report. */
final class ClaimReader {

  private static final String FAMILY = "all statements";
  private static final List<String> TESTS =
      List.of(
          "mcnemar_exact",
          "mcnemar_clustered",
          "paired_permutation",
          "wilcoxon_signed_rank",
          "paired_t",
          "paired_t_clustered");
  private static final double DEFAULT_LEVEL = 0.95;
  private static final int DEFAULT_MINIMUM = 30;

  private final Section root;
  private final SequencedSet<String> roles = new LinkedHashSet<>();

  private ClaimReader(Section root) {
    this.root = root;
  }

  /**
   * Reads a claim.
   *
   * @param text the file's whole text
   * @param file what to call it in messages
   * @throws AssayException with everything that is wrong with it
   */
  static Claim read(String text, String file) {
    ProblemReport problems = new ProblemReport();
    @Nullable YamlNode node = YamlDocument.read(text, file, problems);
    if (node == null) {
      problems.throwIfAny(AssayException.Category.USAGE);
      throw new IllegalStateException("a document that cannot be read has a problem");
    }
    Section root = Section.root(node, file, problems);
    Claim claim = new ClaimReader(root).claim(Sha256.of(text));
    if (!problems.isEmpty()) {
      throw new AssayException(AssayException.Category.USAGE, inTheOrderOfLines(problems));
    }
    return claim;
  }

  /** As the file is read from above: a mistyped key before what stands below it. */
  private static List<Problem> inTheOrderOfLines(ProblemReport problems) {
    return problems.problems().stream()
        .sorted(Comparator.comparingLong(ClaimReader::line))
        .toList();
  }

  private static long line(Problem problem) {
    @Nullable Location where = problem.where();
    return where == null || where.line() == null ? Long.MAX_VALUE : where.line();
  }

  private Claim claim(String sha256) {
    if (root.require("assay")) {
      Long version = root.whole("assay", 1);
      if (version != null && version != 1) {
        root.problem("assay", "is " + version, "1, the version of this file's form");
      }
    }
    String name = root.requiredText("claim");
    @Nullable String title = root.text("title");
    List<Role> readers = roles();
    Claim claim =
        new Claim(
            name,
            title == null ? name : title,
            sha256,
            root.requiredText("benchmark"),
            root.word("version"),
            root.text("split"),
            level(),
            multiplicity(),
            root.text("extractor"),
            root.text("scorer"),
            root.text("by"),
            seed(),
            readers,
            statements());
    root.finish();
    return claim;
  }

  /** A smaller one is an error rate taken for a level of confidence. */
  private static final double LEAST = 0.5;

  private double level() {
    @Nullable String word = root.word("level");
    if (word == null) {
      return DEFAULT_LEVEL;
    }
    @Nullable Double value = Amount.share(word);
    if (value == null || !(value >= LEAST && value < 1)) {
      root.problem(
          "level",
          "is " + word,
          "a level of confidence from "
              + LEAST
              + " on and below 1, such as 0.95, or 95 %, for errors of 5 %");
      return DEFAULT_LEVEL;
    }
    return value;
  }

  private long seed() {
    @Nullable Long seed = root.whole("seed", 0);
    return seed == null ? 1 : seed;
  }

  private Multiplicity multiplicity() {
    @Nullable String word = root.text("multiplicity");
    if (word == null) {
      return Multiplicity.BONFERRONI;
    }
    return Multiplicity.byId(word)
        .orElseGet(
            () -> {
              root.problem(
                  "multiplicity",
                  "is '" + word + "'",
                  Nearest.phrase(word, Multiplicity.ids(), 10));
              return Multiplicity.BONFERRONI;
            });
  }

  /** Without the key there is one role, {@code model}. */
  private List<Role> roles() {
    List<Role> all = new ArrayList<>();
    if (!root.has("runs")) {
      roles.add("model");
      return List.of(new Role("model", null, new LinkedHashMap<>()));
    }
    @Nullable Section section = root.section("runs");
    if (section == null) {
      return all;
    }
    for (String role : section.keys()) {
      @Nullable Section part = section.section(role);
      if (part != null) {
        all.add(role(role, part));
      }
      roles.add(role);
    }
    if (all.isEmpty()) {
      section.problem("'runs' names nobody", "a name for each run, such as model: {}");
    } else if (all.stream().noneMatch(role -> role.of() == null)) {
      section.problem("every role is a part of another's run", "one without 'of'");
    }
    return all;
  }

  private Role role(String name, Section section) {
    @Nullable String of = section.text("of");
    if (of != null && !roles.contains(of)) {
      section.problem("of", "names '" + of + "'", "a role that stands above it");
    }
    SequencedMap<String, String> part = new LinkedHashMap<>();
    for (String key : List.of("model", "arm", "split", "subset", "kind")) {
      @Nullable String word = section.word(key);
      if (word != null) {
        part.put(key, word);
      }
    }
    section.wordMap("tags").forEach((tag, value) -> part.put("tag." + tag, value));
    section.finish();
    return new Role(name, of, part);
  }

  private List<Statement> statements() {
    List<Statement> all = new ArrayList<>();
    if (!root.require("statements")) {
      return all;
    }
    Set<String> ids = new LinkedHashSet<>();
    for (Section section : root.sections("statements")) {
      @Nullable Statement statement = statement(section);
      if (statement != null && !ids.add(statement.common().id())) {
        section.problem(
            "id", "is '" + statement.common().id() + "' as another's is", "an id of its own");
      }
      if (statement != null) {
        all.add(statement);
      }
      section.finish();
    }
    if (root.node("statements") instanceof YamlNode.Sequence list && list.items().isEmpty()) {
      root.problem("statements", "is empty", "one statement at least");
    }
    return all;
  }

  private @Nullable Statement statement(Section section) {
    @Nullable String family = section.text("family");
    Statement.Common common =
        new Statement.Common(
            section.requiredText("id"), family == null ? FAMILY : family, section.wordMap("where"));
    String says = section.requiredText("says");
    Optional<StatementKind> kind = StatementKind.byId(says);
    if (kind.isEmpty()) {
      if (!says.isBlank()) {
        section.problem("says", "is '" + says + "'", Nearest.phrase(says, StatementKind.ids(), 10));
      }
      checkWhateverItSays(section);
      return null;
    }
    String run = role(section, "run");
    return switch (kind.get()) {
      case BETTER -> better(common, run, section);
      case NON_INFERIOR ->
          new Statement.NonInferior(common, run, role(section, "to"), margin(section, false));
      case EQUIVALENT ->
          new Statement.Equivalent(common, run, role(section, "to"), margin(section, false));
      case AT_LEAST -> new Statement.AtLeast(common, run, amount(section, "value", false));
      case AT_MOST -> new Statement.AtMost(common, run, amount(section, "value", false));
      case BEATS_CHANCE -> new Statement.BeatsChance(common, run);
      case WORST_SLICE ->
          new Statement.WorstSlice(
              common, run, slices(section), margin(section, false), minimum(section));
      case UNREAD_AT_MOST -> new Statement.UnreadAtMost(common, run, share(section));
    };
  }

  /** What belongs to an unknown statement cannot be told, but each key means the same in all. */
  private void checkWhateverItSays(Section section) {
    Stream.of("run", "than", "to").filter(section::has).forEach(key -> role(section, key));
    Stream.of("margin", "value").filter(section::has).forEach(key -> amount(section, key, false));
    test(section);
    minimum(section);
    section.texts("slices");
  }

  private Statement better(Statement.Common common, String run, Section section) {
    String than = role(section, "than");
    double margin = margin(section, true);
    @Nullable String test = test(section);
    if (test != null && margin > 0) {
      section.problem(
          "test",
          "stands beside a margin of " + section.word("margin"),
          "one of the two: with a margin the interval alone decides");
    }
    return new Statement.Better(common, run, than, margin, test);
  }

  private String role(Section section, String key) {
    if (!section.has(key) && key.equals("run") && roles.size() == 1) {
      return roles.getFirst();
    }
    String role = section.requiredText(key);
    if (!role.isBlank() && !roles.contains(role)) {
      section.problem(key, "names '" + role + "'", Nearest.phrase(role, roles, 20));
    }
    return role;
  }

  private static List<String> slices(Section section) {
    section.require("slices");
    return section.texts("slices");
  }

  private static int minimum(Section section) {
    @Nullable Long minimum = section.whole("minimum", 2);
    return minimum == null ? DEFAULT_MINIMUM : Math.toIntExact(Math.min(minimum, 1_000_000_000));
  }

  private static @Nullable String test(Section section) {
    @Nullable String test = section.text("test");
    if (test != null && !TESTS.contains(test)) {
      section.problem("test", "is '" + test + "'", Nearest.phrase(test, TESTS, 10));
    }
    return test;
  }

  private static double margin(Section section, boolean optional) {
    if (optional && !section.has("margin")) {
      return 0;
    }
    @Nullable Double margin = stated(section, "margin", false);
    if (margin == null) {
      return 0;
    }
    if (margin < 0 || (margin == 0 && !optional)) {
      section.problem("margin", "is " + section.word("margin"), "a number above 0, such as 0.05");
    }
    return margin;
  }

  private static double share(Section section) {
    double share = amount(section, "value", true);
    if (share < 0 || share > 1) {
      section.problem("value", "is " + section.word("value"), "a share from 0 to 1, or 2 %");
    }
    return share;
  }

  /** A number in the unit of the scores, or percent and points: {@code 0.05}, {@code 5 points}. */
  private static double amount(Section section, String key, boolean share) {
    @Nullable Double amount = stated(section, key, share);
    return amount == null ? 0 : amount;
  }

  /** Null, and the one problem told, where there is none. */
  private static @Nullable Double stated(Section section, String key, boolean share) {
    if (!section.require(key)) {
      return null;
    }
    @Nullable String word = section.word(key);
    @Nullable Double amount = word == null ? null : Amount.parse(word);
    if (word != null && amount == null) {
      section.problem(
          key, "is '" + word + "'", share ? "a share: 0.02, or 2 %" : "a number, 5 % or 5 points");
    }
    return amount;
  }
}

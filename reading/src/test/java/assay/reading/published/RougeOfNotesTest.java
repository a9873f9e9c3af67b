package assay.reading.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.Answer;
import assay.core.Target;
import assay.core.measure.Score;
import assay.core.measure.Scorer;
import assay.reading.Scorers;
import assay.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ROUGE of clinical notes: the scores that WangLab recorded, and the recounts of ACI-BENCH. */
class RougeOfNotesTest {

  private static final Map<String, String> SCORERS = scorers();

  private static final String NOTES = "mediqa-chat-2023-wanglab/data/paper/";

  /** Result files that hold the scores of other predictions than their name says. */
  private static final Set<String> MISFILED = misfiled();

  private record Run(String task, String name) {

    String predictions() {
      return NOTES + task + "/predictions/" + name + ".csv";
    }

    /** Results of some folders bear the task before their name. */
    String results() {
      int slash = name.lastIndexOf('/') + 1;
      boolean prefixed = task.equals("TaskA") || name.startsWith("fine_tuning/");
      String prefix =
          prefixed ? task.substring(0, 1).toLowerCase(Locale.ROOT) + task.substring(1) + "_" : "";
      return NOTES
          + task
          + "/results/"
          + name.substring(0, slash)
          + prefix
          + name.substring(slash)
          + ".json";
    }

    @Override
    public String toString() {
      return task + "/" + name;
    }
  }

  @Test
  void fiftySevenOfSixtyThreeRunsGiveTheRecordedScores() throws IOException {
    Set<String> differing = new LinkedHashSet<>();
    int runs = 0;
    for (Run run : runs()) {
      runs++;
      Map<String, Double> counted = counted(run);
      var recorded = Files.json(SharedData.require(run.results())).get("all");
      boolean same = true;
      for (String measure : SCORERS.keySet()) {
        same &= Math.abs(counted.get(measure) - recorded.get(measure).asDouble()) <= 1e-9;
      }
      if (!same) {
        differing.add(run.toString());
      }
    }
    assertThat(runs).isEqualTo(63);
    assertThat(differing).isEqualTo(MISFILED);
  }

  /** The three misfiled results under random are those of the predictions under similar. */
  @Test
  void misfiledResultsAreThoseOfOtherPredictions() throws IOException {
    for (String name : MISFILED) {
      if (name.contains("/random/")) {
        Run predictions = new Run("TaskB", name.substring(6).replace("/random/", "/similar/"));
        var recorded =
            Files.json(SharedData.require(new Run("TaskB", name.substring(6)).results()));
        counted(predictions)
            .forEach(
                (measure, value) ->
                    assertThat(value)
                        .isCloseTo(recorded.get("all").get(measure).asDouble(), within(1e-9)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void aciBenchGivesTheRecountedScores(String file) throws IOException {
    Map<String, Double> expected = Files.expected("_B.tsv", "aci-bench");
    String set =
        file.contains("test1")
            ? "clinicalnlp_taskB_test1"
            : file.contains("test2") ? "clinicalnlp_taskC_test2" : "clef_taskC_test3";
    var references = Files.csv(SharedData.require("aci-bench/data/challenge_data/" + set + ".csv"));
    var rows = Files.csv(SharedData.require("aci-bench/baselines/predictions/" + file));
    assertThat(rows).hasSameSizeAs(references);
    List<String> wanted = references.stream().map(row -> row.get("note")).toList();
    // a missing note is the text "nan", as the publisher's str() makes it
    List<String> said =
        rows.stream().map(row -> row.get("note").isEmpty() ? "nan" : row.get("note")).toList();
    for (var measure : SCORERS.entrySet()) {
      Double value =
          expected.entrySet().stream()
              .filter(entry -> entry.getKey().contains(file))
              .filter(entry -> entry.getKey().endsWith(" " + measure.getKey()))
              .findFirst()
              .orElseThrow(() -> new AssertionError(measure.getKey() + " of " + file))
              .getValue();
      assertThat(mean(measure.getValue(), wanted, said))
          .as("%s of %s", measure.getKey(), file)
          .isCloseTo(value, within(1e-9));
    }
  }

  static List<String> systems() throws IOException {
    try (var files =
        java.nio.file.Files.list(SharedData.require("aci-bench/baselines/predictions"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .sorted()
          .toList();
    }
  }

  private static Map<String, Double> counted(Run run) throws IOException {
    boolean sections = run.task().equals("TaskA");
    String column = sections ? "SystemOutput2" : "SystemOutput";
    Map<String, String> references = new LinkedHashMap<>();
    String file = NOTES + run.task() + "/" + run.task() + "-ValidationSet-SubmissionFormat.csv";
    for (var row : Files.csv(SharedData.require(file))) {
      references.put(row.get("TestID"), row.get(column));
    }
    List<String> wanted = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (var row : Files.csv(SharedData.require(run.predictions()))) {
      wanted.add(references.get(row.get("TestID")));
      said.add(row.get(column));
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (var measure : SCORERS.entrySet()) {
      values.put(measure.getKey(), mean(measure.getValue(), wanted, said));
    }
    return values;
  }

  private static double mean(String scorer, List<String> wanted, List<String> said) {
    Scorer rule = Scorers.standard().byName(scorer);
    double sum = 0;
    for (int i = 0; i < wanted.size(); i++) {
      Score score =
          rule.compare(new Answer.Text(said.get(i)), new Target.Text(List.of(wanted.get(i))));
      sum += ((Score.Value) score).value();
    }
    return sum / wanted.size();
  }

  private static List<Run> runs() throws IOException {
    List<Run> runs = new ArrayList<>();
    for (String task : List.of("TaskA", "TaskB")) {
      Path folder = SharedData.require(NOTES + task + "/predictions");
      try (var files = java.nio.file.Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".csv"))
            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
            .map(name -> new Run(task, name.substring(0, name.length() - 4)))
            .sorted((a, b) -> a.name().compareTo(b.name()))
            .forEach(runs::add);
      }
    }
    return runs;
  }

  private static Map<String, String> scorers() {
    Map<String, String> scorers = new LinkedHashMap<>();
    scorers.put("rouge1", "google-rouge-1");
    scorers.put("rouge2", "google-rouge-2");
    scorers.put("rougeL", "google-rouge-l");
    scorers.put("rougeLsum", "google-rouge-lsum");
    return scorers;
  }

  private static Set<String> misfiled() {
    Set<String> names = new LinkedHashSet<>();
    for (String order : List.of("random", "similar")) {
      for (String run : List.of("k_1_run1", "k_3_run2", "k_3_run3")) {
        names.add("TaskB/in_context_learning/filtered/" + order + "/note_only/gpt_4_0314_" + run);
      }
    }
    return names;
  }
}

package assay.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Target;
import assay.evaluation.comparison.Adjustment;
import assay.evaluation.comparison.Comparison;
import assay.evaluation.comparison.Comparisons;
import assay.evaluation.comparison.Side;
import assay.evaluation.comparison.Terms;
import assay.evaluation.store.RunFile;
import assay.report.json.PrettyJson;
import assay.report.support.SchemaFaults;
import assay.report.support.SmallRun;
import assay.statistics.multiplicity.Correction;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed is what {@code schema/comparison.schema.json} and its page say. */
class ComparisonSchemaTest {

  private static final String SCHEMA = "schema/comparison.schema.json";
  private static final Comparisons COMPARISONS =
      new Comparisons(new Terms(0.95, 0.1, Adjustment.of(Correction.HOLM), 1, true));

  @TempDir private Path folder;

  private Side side(String name, String replies, boolean patients) {
    SmallRun run = new SmallRun().slices("organ");
    for (int i = 0; i < replies.length(); i++) {
      LinkedHashMap<String, List<String>> tags = new LinkedHashMap<>();
      tags.put("organ", List.of(i % 3 == 0 ? "chest" : "abdomen/liver"));
      String reply = replies.charAt(i) == 'x' ? "failed" : String.valueOf(replies.charAt(i));
      run.add(
          "q" + i, null, Target.Choice.of("A"), reply, tags, patients ? "patient " + i / 3 : "");
    }
    try (RunFile file = run.run(folder.resolve(name))) {
      return run.side(file, name);
    }
  }

  @Test
  void realOutputIsAsTheSchemaSays() throws IOException {
    List<Side> plain =
        List.of(
            side("a.assay", "AAAAAAAABBBxA", false),
            side("b.assay", "BBBBBBBBABBAA", false),
            side("c.assay", "AAAABBBBABBAx", false));
    Comparison pair = COMPARISONS.compare(plain.get(0), plain.get(1));
    assertThat(faults(ComparisonJson.document("0.1.0", pair))).isEmpty();
    assertThat(
            faults(
                ComparisonJson.document(
                    "0.1.0", COMPARISONS.compareAll(plain, false, Comparisons.Detail.SLICES))))
        .isEmpty();
    assertThat(pair.pairing().coverage().bounds()).isNotNull();
    Comparison clustered =
        COMPARISONS.compare(side("d.assay", "AAAAAAAA", true), side("e.assay", "BABABABB", true));
    assertThat(faults(ComparisonJson.document("0.1.0", clustered))).isEmpty();
    Comparison same = COMPARISONS.compare(side("f.assay", "A", false), side("g.assay", "A", false));
    assertThat(faults(ComparisonJson.document("0.1.0", same))).isEmpty();
  }

  private static List<String> faults(ObjectNode json) throws IOException {
    return SchemaFaults.of(SCHEMA, PrettyJson.write(json));
  }

  @Test
  void whatIsForeignOrMissingIsRefused() throws IOException {
    ObjectNode json =
        ComparisonJson.document(
            "0.1.0",
            COMPARISONS.compare(side("a.assay", "AAB", false), side("b.assay", "BAB", false)));
    json.put("vredict", "better");
    assertThat(faults(json)).isNotEmpty();
    json.remove("vredict");
    assertThat(faults(json)).isEmpty();
    json.remove("difference");
    assertThat(faults(json)).isNotEmpty();
  }

  @Test
  void everyMemberIsDescribedOnThePage() throws IOException {
    String page = SchemaFaults.text("docs/formats/comparison-json.md");
    for (String name :
        SchemaFaults.members(new ObjectMapper().readTree(SchemaFaults.text(SCHEMA)))) {
      assertThat(page).as("docs/formats/comparison-json.md").contains("`" + name + "`");
    }
  }

  @Test
  void textsFitEightyColumnsAndSayTheVerdictFirst() {
    List<Side> sides =
        List.of(
            side("a.assay", "AAAAAAAAAAAABx", true),
            side("b.assay", "BBBBBBBBBBBBAA", true),
            side("c.assay", "AAAABBBBABBAxA", true));
    for (int columns : new int[] {40, 80, 200}) {
      String text =
          new ComparisonText(COMPARISONS.compare(sides.get(0), sides.get(1)), columns, true)
              .render();
      String all =
          new TournamentText(
                  COMPARISONS.compareAll(sides, false, Comparisons.Detail.SLICES), columns)
              .render();
      if (columns == 80) {
        assertThat((text + all).lines()).allSatisfy(l -> assertThat(l).hasSizeLessThan(81));
      }
      assertThat(text.indexOf("which of A and B")).isLessThan(text.indexOf("Only A is right on"));
      assertThat(text.replaceAll("\\s+", " "))
          .contains("1 question is left out: 1 failed or not finished.")
          .contains("Fewer than 20 clusters, which tell little of how much results vary: organ=")
          .contains("Had everything that is missing gone against A");
      assertThat(all.replaceAll("\\s+", " "))
          .contains("the family 'all pairs of 3 readers' of 3")
          .contains("Not alike: the samples. Of 14 with an outcome A lacks 1, C lacks 1.")
          .contains("Answers are missing, and had all gone against the first reader, or all for it")
          .contains("A - B 1 (");
    }
  }
}

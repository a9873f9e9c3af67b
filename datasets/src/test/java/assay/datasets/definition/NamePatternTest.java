package assay.datasets.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamePatternTest {

  private static Map<String, String> match(String pattern, String path) {
    return NamePattern.parse(pattern)
        .match(Path.of(path))
        .map(m -> (Map<String, String>) m)
        .orElse(Map.of("no", "match"));
  }

  private static final Map<String, String> NO = Map.of("no", "match");

  @Test
  void bracesNamePartsOfTheFilesName() {
    assertThat(
            match(
                "{model}-medqa-test_hard-{method}.json",
                "/any/where/claude-3-5-sonnet-medqa-test_hard-cot_sc-5.json"))
        .containsEntry("model", "claude-3-5-sonnet")
        .containsEntry("method", "cot_sc-5");
    assertThat(match("{model}-mmlu-test-{method}.json", "gpt-mmlu-pro-test-cot.json"))
        .isEqualTo(NO);
    assertThat(match("{a}.json", ".json")).isEqualTo(NO);
    assertThat(match("a.json", "axjson")).isEqualTo(NO);
  }

  @Test
  void partsAreAsShortAsCanBe() {
    assertThat(match("{a}-{b}.txt", "x-y-z.txt")).containsEntry("a", "x").containsEntry("b", "y-z");
  }

  @Test
  void digitsAndWordsNarrowAPart() {
    assertThat(match("r_{n:digits}.json", "r_12.json")).containsEntry("n", "12");
    assertThat(match("r_{n:digits}.json", "r_12_acc.json")).isEqualTo(NO);
    assertThat(match("{m}_{c:brazil|spain}_{l}.x", "llava_next_llama3_spain_local.x"))
        .containsEntry("m", "llava_next_llama3")
        .containsEntry("c", "spain");
  }

  @Test
  void aPatternWithSlashesLooksAtTheFoldersToo() {
    String pattern = "outputs_{how}/{m}/{m}_{l}.x";
    assertThat(match(pattern, "/data/outputs_blind/GPT4o/GPT4o_en.x"))
        .isEqualTo(Map.of("how", "blind", "m", "GPT4o", "l", "en"));
    assertThat(match(pattern, "/data/outputs_blind/GPT4o/Gemini_en.x")).isEqualTo(NO);
    assertThat(match(pattern, "GPT4o_en.x")).isEqualTo(NO);
  }

  @Test
  void otherCharactersStandForThemselves() {
    assertThat(match("a+(b)[c].{x}", "a+(b)[c].tsv")).containsEntry("x", "tsv");
    assertThat(match("{x}Q\\E.json", "oneQ\\E.json")).containsEntry("x", "one");
  }

  @Test
  void brokenPatternsAreRefused() {
    assertThatThrownBy(() -> NamePattern.parse("{a")).hasMessageContaining("does not close it");
    assertThatThrownBy(() -> NamePattern.parse("{}.json"))
        .hasMessageContaining("a brace without a name");
    assertThatThrownBy(() -> NamePattern.parse("{a:x||y}"))
        .hasMessageContaining("names a blank word in a brace");
    assertThatThrownBy(() -> NamePattern.parse(" ")).hasMessageContaining("the pattern is blank");
  }
}

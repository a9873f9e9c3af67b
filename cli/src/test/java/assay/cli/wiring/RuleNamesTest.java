package assay.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleNamesTest {

  @Test
  void namesStandBetweenCommasAndPatternsGoToTheEnd() {
    assertThat(RuleNames.in("--extractor", List.of("layered,exact", "mirage")))
        .containsExactly("layered", "exact", "mirage");
    assertThat(
            RuleNames.in("--extractor", List.of("layered,regex:[0-9]{1,3}, *x", "regex-last:a,b")))
        .containsExactly("layered", "regex:[0-9]{1,3}, *x", "regex-last:a,b");
    assertThat(RuleNames.in("--extractor", List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", " ", "choice,", ",choice", "choice,,choice"})
  void anEmptyNameIsAnError(String argument) {
    assertThatThrownBy(() -> RuleNames.in("--scorer", List.of(argument)))
        .hasMessageContaining("--scorer names an empty rule: '" + argument + "'")
        .hasMessageContaining("names of rules, by commas")
        .hasMessageContaining("'assay list scorers' names all");
  }
}

package assay.reading.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.Answer;
import assay.core.Target;
import assay.core.measure.Score;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChoiceTest extends ScorerContract {

  ChoiceTest() {
    super("choice");
  }

  @Test
  void severalKeysMustAllBeNamedAndNoOther() {
    Target both = new Target.Choice(new TreeSet<>(List.of("A", "C")));
    assertThat(scorer().compare(keys("C", "A"), both)).isEqualTo(new Score.Value(1));
    assertThat(scorer().compare(keys("A"), both)).isEqualTo(new Score.Value(0));
    assertThat(scorer().compare(keys("A", "B", "C"), both)).isEqualTo(new Score.Value(0));
    assertThat(scorer().compare(new Answer.Text("A"), both)).isEqualTo(new Score.Value(0));
  }

  private static Answer keys(String... keys) {
    return new Answer.Choice(new TreeSet<>(List.of(keys)));
  }
}

package assay.reading.scorer;

import assay.core.AnswerKind;
import assay.core.Target;
import assay.testkit.generate.Generators;
import java.util.List;

class VqaNoContractionsTest extends ScorerContract {

  VqaNoContractionsTest() {
    super("vqa-no-contractions");
  }

  @Override
  Target easy(AnswerKind kind, Generators draw) {
    return kind == AnswerKind.TEXT ? new Target.Text(List.of(draw.text())) : target(kind, draw);
  }
}

package assay.evaluation.estimate;

import assay.core.Answer;
import assay.core.Target;
import assay.evaluation.json.AnswerJson;

/** The labels under which metrics of classification count targets and answers. */
public final class Labels {

  private Labels() {}

  /** The label. */
  public static String of(Answer answer) {
    return AnswerJson.brief(answer);
  }

  /** The label. */
  public static String of(Target target) {
    return switch (target) {
      case Target.Choice choice -> String.join(", ", choice.keys());
      case Target.YesNo yesNo -> yesNo.yes() ? "yes" : "no";
      case Target.Text text -> text.references().getFirst();
      case Target.Number number ->
          AnswerJson.plain(number.value()) + (number.unit() == null ? "" : " " + number.unit());
      case Target.Date date -> date.day().toString();
      case Target.Labels labels ->
          labels.labels().isEmpty() ? "(none)" : String.join(", ", labels.labels());
      case Target.Unstated unstated -> "(not stated)";
    };
  }
}

package assay.report.json;

import assay.evaluation.estimate.RuleAgreement;
import assay.evaluation.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** JSON of how far extractors agree: the member {@code agreements} of results. */
public final class AgreementJson {

  private AgreementJson() {}

  /** A list, one for each reader, arm and kind of answer. */
  public static ArrayNode list(List<RuleAgreement> agreements) {
    ArrayNode list = Json.array();
    for (RuleAgreement agreement : agreements) {
      ObjectNode json =
          list.addObject()
              .put("model", agreement.model())
              .put("arm", agreement.arm())
              .put("kind", agreement.kind().id())
              .put("scorer", agreement.scorer())
              .put("answered", agreement.answered())
              .put("lowest", agreement.lowest())
              .put("highest", agreement.highest());
      ArrayNode rules = json.putArray("rules");
      for (RuleAgreement.OfRule rule : agreement.rules()) {
        ObjectNode one =
            rules
                .addObject()
                .put("extractor", rule.extractor())
                .put("applicable", rule.applicable())
                .put("score", rule.score())
                .put("read", rule.read())
                .put("unread", rule.unread())
                .put("guessed", rule.guessed())
                .put("differing", rule.differing())
                .put("mean_kappa", rule.meanKappa());
        ArrayNode kappas = one.putArray("kappas");
        rule.kappas().forEach(kappas::add);
      }
    }
    return list;
  }
}

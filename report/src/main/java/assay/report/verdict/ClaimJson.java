package assay.report.verdict;

import assay.evaluation.claim.Claim;
import assay.evaluation.claim.Decision;
import assay.evaluation.claim.Finding;
import assay.evaluation.claim.Finding.Evidence;
import assay.evaluation.claim.PostHoc;
import assay.evaluation.claim.Settled;
import assay.evaluation.json.Json;
import assay.statistics.test.TestResult;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** JSON of claims; the form is fixed by {@code schema/claim-result.schema.json}. */
public final class ClaimJson {

  private ClaimJson() {}

  /** A whole document. */
  public static ObjectNode document(String version, Settled settled) {
    Claim claim = settled.claim();
    ObjectNode json =
        Json.object()
            .put("assay", version)
            .put("claim", claim.name())
            .put("title", claim.title())
            .put("file", settled.file())
            .put("sha256", claim.sha256())
            .put("benchmark", claim.benchmark())
            .put("registration", ClaimSentences.registered(settled))
            .put("supported", settled.isSupported())
            .put("level", claim.level())
            .put("multiplicity", claim.multiplicity().id());
    ArrayNode runs = json.putArray("runs");
    for (Settled.Party party : settled.parties()) {
      ObjectNode run = runs.addObject().put("role", party.role()).put("run", party.address());
      run.set("part", Json.texts(party.part()));
      run.put("model", party.model())
          .put("arm", party.arm())
          .put("extractor", party.extractor())
          .put("scorer", party.scorer())
          .put("sealed", party.isSealed())
          .put("registration", ClaimSentences.registered(party))
          .set("post_hoc", Json.texts(party.postHoc().stream().map(PostHoc::id).toList()));
    }
    ArrayNode statements = json.putArray("statements");
    settled.findings().forEach(finding -> statements.add(finding(settled, finding)));
    return json;
  }

  private static ObjectNode finding(Settled settled, Finding finding) {
    ObjectNode json =
        Json.object()
            .put("id", finding.statement().common().id())
            .put("says", finding.statement().kind().id())
            .put("family", finding.statement().common().family())
            .put("sentence", ClaimSentences.statement(settled, finding));
    json.set("where", Json.texts(new LinkedHashMap<>(finding.statement().common().where())));
    json.put("result", finding.decision().id());
    json.setAll(evidence(finding.evidence()));
    ArrayNode groups = json.putArray("groups");
    for (Finding.Group group : finding.groups()) {
      ObjectNode one = groups.addObject();
      one.set("slice", Json.object().put(group.tag(), group.value()));
      one.put("result", group.decision().id());
      one.setAll(evidence(group.evidence()));
    }
    json.set("among_read", ComparisonJson.amongRead(finding.amongRead(), Decision::id));
    json.put("groups_too_small", finding.tooSmall());
    json.set("remarks", Json.texts(ClaimSentences.remarks(finding)));
    return json;
  }

  private static ObjectNode evidence(Evidence evidence) {
    ObjectNode json =
        Json.object()
            .put("value", finite(evidence.value()))
            .put("lower", finite(evidence.lower()))
            .put("upper", finite(evidence.upper()))
            .put("level", evidence.level())
            .put("interval", evidence.interval())
            .put("widened", evidence.widened())
            .put("line", finite(evidence.line()))
            .put("n", evidence.n())
            .put("clusters", evidence.clusters())
            .put("missing", evidence.missing())
            .put("value_run", evidence.first())
            .put("value_other", evidence.second());
    @Nullable TestResult test = evidence.test();
    json.set(
        "test",
        test == null
            ? null
            : Json.object()
                .put("test", test.test())
                .put("statistic", finite(test.statistic()))
                .put("p", test.p()));
    return json.put("further_samples", evidence.further())
        .put("answers_would_decide", evidence.answersWouldDecide());
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }
}

package assay.report.json;

import assay.core.Problem;
import assay.core.benchmark.Expectations;
import assay.core.benchmark.Expectations.Quantity;
import assay.evaluation.json.Json;
import assay.evaluation.reproduction.Check;
import assay.evaluation.reproduction.Reproduction;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JSON of reproductions; the form is fixed by {@code schema/reproduction.schema.json}. */
public final class ReproductionJson {

  private ReproductionJson() {}

  /** A whole document over one benchmark or several. */
  public static ObjectNode document(String version, List<Reproduction> reproductions) {
    ObjectNode json = Json.object().put("assay", version);
    ArrayNode all = json.putArray("reproductions");
    reproductions.forEach(one -> all.add(reproduction(one)));
    return json;
  }

  private static ObjectNode reproduction(Reproduction reproduction) {
    Expectations expected = reproduction.expectations();
    ObjectNode json =
        Json.object()
            .put("benchmark", expected.benchmark())
            .put("benchmark_version", expected.version())
            .put("origin", expected.origin())
            .put("reproduced", !reproduction.differs() && !reproduction.incomplete())
            .put("figures", reproduction.figures());
    for (Check.Verdict verdict : Check.Verdict.values()) {
      json.put(word(verdict), reproduction.count(verdict));
    }
    ArrayNode recordings = json.putArray("recordings");
    reproduction.recordings().forEach(one -> recordings.add(recording(one)));
    return json;
  }

  private static ObjectNode recording(Reproduction.OfRecording one) {
    Expectations.Recording expected = one.expected();
    ObjectNode json = Json.object();
    json.set("files", Json.texts(expected.files()));
    json.set("settings", Json.texts(expected.settings()));
    json.put("split", expected.split())
        .put("subset", expected.subset())
        .put("remark", expected.remark())
        .put("missing", one.missing());
    json.set("problems", Json.texts(one.problems().stream().map(Problem::toString).toList()));
    ArrayNode checks = json.putArray("checks");
    one.checks().forEach(check -> checks.add(check(check)));
    return json;
  }

  private static ObjectNode check(Check check) {
    ObjectNode json = quantity(check.figure().quantity());
    Expectations.@Nullable KnownDifference known = check.figure().known();
    return json.put("expected", check.figure().value())
        .put("tolerance", check.figure().tolerance())
        .put("found", check.found())
        .put("verdict", word(check.verdict()))
        .put("reason", known == null ? null : known.reason());
  }

  private static ObjectNode quantity(Quantity quantity) {
    ObjectNode json = Json.object();
    switch (quantity) {
      case Quantity.Trials trials ->
          json.put("kind", "trials").put("part", snake(trials.count().id()));
      case Quantity.Spent spent ->
          json.put("kind", "spent").put("part", snake(spent.expense().kind().id()));
      case Quantity.Scored scored -> {
        json.put("kind", "score").put("part", snake(scored.part().id()));
        json.put("metric", scored.metric())
            .put("extractor", scored.extractor())
            .put("scorer", scored.scorer())
            .put("subset", scored.subset());
        json.set("slice", Json.texts(scored.slice()));
      }
    }
    return json;
  }

  private static String word(Check.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String snake(String id) {
    return id.replace('-', '_');
  }
}

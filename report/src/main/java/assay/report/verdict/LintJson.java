package assay.report.verdict;

import assay.core.Location;
import assay.evaluation.json.Json;
import assay.evaluation.published.LintFinding;
import assay.statistics.published.Grim;
import assay.statistics.published.PrintedComparison;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** JSON of checks of printed tables; the form is fixed by {@code schema/lint.schema.json}. */
public final class LintJson {

  private LintJson() {}

  /** A whole document. */
  public static ObjectNode document(String version, String file, List<LintFinding> findings) {
    ObjectNode json = Json.object().put("assay", version).put("file", file);
    json.put(
        "impossible",
        findings.stream().filter(f -> f.grade() == LintFinding.Grade.IMPOSSIBLE).count());
    ArrayNode checks = json.putArray("checks");
    findings.forEach(finding -> checks.add(finding(finding)));
    return json;
  }

  private static ObjectNode finding(LintFinding finding) {
    Location place = finding.row().place();
    ObjectNode json =
        Json.object()
            .put("line", place.line())
            .put("set", finding.row().set())
            .put("system", finding.row().system())
            .put("grade", finding.grade().id())
            .put("sentence", LintSentences.of(finding));
    switch (finding) {
      case LintFinding.Share share -> {
        json.put("check", "share").put("least", share.least()).put("most", share.most());
        ArrayNode sizes = json.putArray("sizes");
        share.sizes().forEach(sizes::add);
      }
      case LintFinding.Bounds bounds -> {
        ArrayNode methods = json.put("check", "interval").putArray("methods");
        bounds
            .matches()
            .forEach(
                match ->
                    methods
                        .addObject()
                        .put("method", match.method())
                        .put("right", match.successes()));
      }
      case LintFinding.Difference difference -> difference(json, difference);
      case LintFinding.DifferenceP p -> {
        json.put("check", "difference-p")
            .put("comparator", p.other().system())
            .put("lower", p.least())
            .put("upper", p.most());
        ArrayNode tests = json.putArray("tests");
        for (LintFinding.PValue.Computed one : p.computed()) {
          tests
              .addObject()
              .put("test", one.test())
              .put("lower", one.least())
              .put("upper", one.most())
              .put("fits", p.p().couldBe(one.least(), one.most()));
        }
      }
      case LintFinding.Gain gain ->
          json.put("check", "gain")
              .put("comparator", gain.other().system())
              .put("points", gain.gain().isPoints())
              .put("relative", gain.gain().isRelative());
      case LintFinding.PValue p -> {
        json.put("check", "p")
            .put("test", p.shown().test())
            .put("lower", p.shown().least())
            .put("upper", p.shown().most());
        ArrayNode tests = json.putArray("tests");
        for (LintFinding.PValue.Computed one : p.computed()) {
          tests
              .addObject()
              .put("test", one.test())
              .put("lower", one.least())
              .put("upper", one.most())
              .put("fits", p.fits(one));
        }
      }
      case LintFinding.ChiSquared chi2 ->
          json.put("check", "chi2").put("plain", chi2.plain()).put("corrected", chi2.corrected());
      case LintFinding.Whole whole ->
          json.put("check", "whole")
              .put("whole", whole.whole())
              .put("sum", whole.arithmetic().sum());
    }
    return json;
  }

  private static void difference(ObjectNode json, LintFinding.Difference difference) {
    PrintedComparison comparison = difference.comparison();
    double level = difference.row().level();
    json.put("check", "difference").put("comparator", difference.other().system());
    json.set("right", counts(comparison.first()));
    json.set("right_of_comparator", counts(comparison.second()));
    json.put("unpaired", difference.unpaired().id())
        .put("p_unpaired_lower", comparison.leastUnpairedP())
        .put("p_unpaired_upper", comparison.mostUnpairedP())
        .put("paired", difference.paired().id())
        .put("least_discordant", comparison.leastDiscordant())
        .put("most_discordant", comparison.mostDiscordant())
        .put("surely_significant_to", orNull(comparison.surelySignificantTo(level)))
        .put("perhaps_significant_to", orNull(comparison.perhapsSignificantTo(level)));
  }

  private static ObjectNode counts(Grim.Counts counts) {
    return Json.object().put("least", counts.least()).put("most", counts.most());
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? Long.valueOf(number.getAsLong()) : null;
  }
}

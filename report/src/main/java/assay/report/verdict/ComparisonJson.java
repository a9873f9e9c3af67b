package assay.report.verdict;

import assay.evaluation.comparison.AmongRead;
import assay.evaluation.comparison.ComparedTest;
import assay.evaluation.comparison.Comparison;
import assay.evaluation.comparison.Contrast;
import assay.evaluation.comparison.Coverage;
import assay.evaluation.comparison.Effect;
import assay.evaluation.comparison.Judged;
import assay.evaluation.comparison.LeftOut;
import assay.evaluation.comparison.MetricContrast;
import assay.evaluation.comparison.Pair;
import assay.evaluation.comparison.Pairing;
import assay.evaluation.comparison.Side;
import assay.evaluation.comparison.Terms;
import assay.evaluation.comparison.Tournament;
import assay.evaluation.comparison.Verdict;
import assay.evaluation.json.Json;
import assay.statistics.Interval;
import assay.statistics.PairedCounts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON of comparisons; the form is fixed by {@code schema/comparison.schema.json}. */
public final class ComparisonJson {

  private ComparisonJson() {}

  /** A document of one comparison. */
  public static ObjectNode document(String version, Comparison comparison) {
    ObjectNode json = Json.object().put("assay", version);
    json.setAll(comparison(comparison));
    return json;
  }

  /** A document of several readers. */
  public static ObjectNode document(String version, Tournament tournament) {
    ObjectNode json = Json.object().put("assay", version);
    json.put("family", tournament.family()).put("correction", tournament.terms().adjustment().id());
    ArrayNode standings = json.putArray("standings");
    for (Tournament.Standing standing : tournament.standings()) {
      ObjectNode one = standings.addObject().put("run", standing.side().address());
      one.set("part", Json.texts(standing.side().part()));
      one.put("model", standing.side().model())
          .put("n", standing.side().scored())
          .put("value", finite(standing.side().mean()))
          .put("better", standing.wins())
          .put("equivalent", standing.ties())
          .put("undecided", standing.undecided())
          .put("worse", standing.losses());
    }
    ArrayNode leftOut = json.putArray("left_out");
    for (LeftOut one : tournament.leftOut()) {
      leftOut
          .addObject()
          .put("run", one.address())
          .put("model", one.model())
          .put("reason", one.reason())
          .put("remedy", one.remedy());
    }
    ArrayNode comparisons = json.putArray("comparisons");
    tournament.comparisons().forEach(one -> comparisons.add(comparison(one)));
    return json;
  }

  private static ObjectNode comparison(Comparison comparison) {
    Terms terms = comparison.terms();
    ObjectNode json =
        Json.object()
            .put("benchmark", comparison.first().benchmark())
            .put("split", comparison.first().split());
    json.set("a", side(comparison.first()));
    json.set("b", side(comparison.second()));
    json.put("extractor", comparison.first().extractor())
        .put("scorer", comparison.first().scorer())
        .put("higher_is_better", comparison.first().scale().higherIsBetter())
        .put("level", terms.level())
        .put("margin", terms.margin())
        .put("correction", terms.adjustment().id())
        .put("family", comparison.family())
        .put("slice_family", comparison.sliceFamily());
    ArrayNode unlike = json.putArray("unlike");
    comparison
        .pairing()
        .disparities()
        .forEach(
            d -> unlike.addObject().put("what", d.what()).put("a", d.first()).put("b", d.second()));
    Pairing.Prompts prompts = comparison.pairing().prompts();
    json.putObject("stated_prompts")
        .put("trials", prompts.stated())
        .put("differing", prompts.differing());
    json.set("samples", coverage(comparison.pairing().coverage()));
    json.setAll(judged(comparison.overall(), terms));
    Pairing pairing = comparison.pairing();
    json.put("same_replies", pairing.isOfSameReplies());
    ObjectNode unread = json.putObject("unread");
    unread.set("a", reads(pairing.reads(true)));
    unread.set("b", reads(pairing.reads(false)));
    json.set("among_read", amongRead(comparison.amongRead(), Verdict::id));
    ArrayNode metrics = json.put("metric_family", comparison.metricFamily()).putArray("metrics");
    comparison.metrics().forEach(one -> metrics.add(metric(one)));
    ObjectNode flipped = json.putObject("flipped");
    flipped.set("a_only", keys(comparison.ahead(true)));
    flipped.set("b_only", keys(comparison.ahead(false)));
    ArrayNode slices = json.putArray("slices");
    for (Comparison.SliceResult slice : comparison.slices()) {
      ObjectNode one = slices.addObject();
      one.set("slice", Json.object().put(slice.tag(), slice.value()));
      one.setAll(judged(slice.judged(), terms));
      one.put("missing", slice.coverage().missing()).put("partial", slice.coverage().partial());
      one.set("bounds", bounds(slice.coverage().bounds()));
      one.set("among_read", amongRead(slice.amongRead(), Verdict::id));
    }
    ArrayNode unanswered = json.putArray("unanswered_slices");
    for (Comparison.Unanswered slice : comparison.unanswered()) {
      ObjectNode one = unanswered.addObject();
      one.set("slice", Json.object().put(slice.tag(), slice.value()));
      one.put("missing", slice.missing());
    }
    return json;
  }

  private static ObjectNode reads(Pairing.Reads reads) {
    return Json.object().put("answers", reads.answers()).put("unread", reads.unread());
  }

  /** Of a comparison or a statement: what remains where everything was read. */
  static <R> @Nullable ObjectNode amongRead(@Nullable AmongRead<R> read, Function<R, String> id) {
    return read == null
        ? null
        : Json.object()
            .put("n", read.n())
            .put("value", finite(read.value()))
            .put("lower", finite(read.lower()))
            .put("upper", finite(read.upper()))
            .put("p", finite(read.p()))
            .put("result", read.result() == null ? null : id.apply(read.result()))
            .put("said_with_verdict", read.tells());
  }

  private static ObjectNode metric(Comparison.MetricResult result) {
    MetricContrast contrast = result.contrast();
    ObjectNode json =
        Json.object()
            .put("metric", contrast.metric())
            .put("subsets", contrast.subsets())
            .put("verdict", result.verdict().id())
            .put("verdict_of_answered", result.answered() == null ? null : result.answered().id())
            .put("p", contrast.test().p())
            .put("p_adjusted", result.adjusted())
            .put("n", contrast.n())
            .put("clusters", contrast.clusters())
            .put("value_a", finite(contrast.first()))
            .put("value_b", finite(contrast.second()));
    ObjectNode difference =
        json.putObject("difference").put("value", finite(contrast.difference()));
    ends(difference, contrast.interval());
    difference.put("interval", contrast.interval().method());
    json.put("missing", result.incomplete());
    json.set("bounds", bounds(result.bounds()));
    return json.put("test", contrast.test().test())
        .put("undefined_resamples", contrast.undefined());
  }

  private static ObjectNode side(Side side) {
    ObjectNode json = Json.object().put("run", side.address());
    json.set("part", Json.texts(side.part()));
    return json.put("model", side.model())
        .put("arm", side.arm())
        .put("subset", side.subset())
        .put("extractor", side.extractor())
        .put("scoring", side.scoring().number());
  }

  private static ArrayNode keys(List<Pair> pairs) {
    return Json.texts(pairs.stream().map(Pair::key).toList());
  }

  private static ObjectNode coverage(Coverage coverage) {
    ObjectNode json =
        Json.object()
            .put("paired", coverage.paired())
            .put("partial", coverage.partial())
            .put("failed", coverage.failed())
            .put("not_recorded", coverage.unrecorded())
            .put("undefined", coverage.undefined())
            .put("not_asked", coverage.notAsked())
            .put("a_only", coverage.firstOnly())
            .put("b_only", coverage.secondOnly());
    json.set("bounds", bounds(coverage.bounds()));
    return json;
  }

  private static @Nullable ObjectNode bounds(Coverage.@Nullable Bounds bounds) {
    return bounds == null
        ? null
        : Json.object().put("lower", bounds.lower()).put("upper", bounds.upper());
  }

  private static ObjectNode judged(Judged judged, Terms terms) {
    Contrast contrast = judged.contrast();
    ObjectNode json = Json.object().put("verdict", judged.verdict().id());
    json.put("verdict_of_answered", judged.answered() == null ? null : judged.answered().id())
        .put("further_samples", judged.further())
        .put("p", judged.p())
        .put("p_adjusted", judged.adjusted())
        .put("n", contrast.n())
        .put("clusters", contrast.clusters())
        .put("value_a", contrast.meanFirst())
        .put("value_b", contrast.meanSecond());
    ObjectNode difference = json.putObject("difference").put("value", contrast.difference());
    ends(difference, judged.interval());
    difference.put("interval", judged.interval().method());
    Interval bootstrap = contrast.bootstrap(terms.level());
    ObjectNode resampled = Json.object();
    ends(resampled, bootstrap);
    difference.set("bootstrap", resampled.put("interval", bootstrap.method()));
    json.set("discordant", discordant(contrast));
    json.set("effect", effect(contrast.effect(terms.level())));
    json.put("detectable", contrast.detectable(terms.level()))
        .put("smallest_p", contrast.smallestP());
    ArrayNode tests = json.putArray("tests");
    for (ComparedTest test : contrast.tests(terms.margin())) {
      tests
          .addObject()
          .put("test", test.result().test())
          .put("statistic", finite(test.result().statistic()))
          .put("p", test.result().p())
          .put("primary", test.primary())
          .put("remark", test.remark());
    }
    return json;
  }

  private static ObjectNode discordant(Contrast contrast) {
    @Nullable PairedCounts counts = contrast.counts();
    return Json.object()
        .put("a_only", contrast.firstAhead())
        .put("b_only", contrast.secondAhead())
        .put("both", counts == null ? null : Long.valueOf(counts.both()))
        .put("neither", counts == null ? null : Long.valueOf(counts.neither()));
  }

  private static ObjectNode effect(Effect effect) {
    ObjectNode json = Json.object().put("cohens_g", effect.cohensG());
    ObjectNode odds = Json.object();
    if (effect.oddsRatio() != null && effect.oddsInterval() != null) {
      odds.put("value", finite(effect.oddsRatio()));
      ends(odds, effect.oddsInterval());
    }
    json.set("odds_ratio", odds.isEmpty() ? null : odds);
    return json.put("dz", effect.dz());
  }

  /** JSON knows no infinity: an end that nothing bounds is null. */
  private static void ends(ObjectNode json, Interval interval) {
    json.put("lower", finite(interval.lower())).put("upper", finite(interval.upper()));
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }
}

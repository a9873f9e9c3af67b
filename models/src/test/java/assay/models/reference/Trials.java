package assay.models.reference;

import assay.core.Option;
import assay.core.Sample;
import assay.core.SamplePool;
import assay.core.Target;
import assay.core.exchange.Attempt;
import assay.core.exchange.Attempt.Answered;
import assay.core.exchange.Generation;
import assay.core.exchange.Message;
import assay.core.exchange.Presented;
import assay.core.exchange.ReferenceReader;
import assay.core.exchange.Request;
import assay.core.exchange.Role;
import assay.core.exchange.Trial;
import java.util.LinkedHashMap;
import java.util.List;

/** Samples and trials to put to readers. */
final class Trials {
  static final List<Option> LETTERS =
      List.of(
          new Option("A", "alpha"),
          new Option("B", "beta"),
          new Option("C", "gamma"),
          new Option("D", "delta"));

  private Trials() {}

  static Sample sample(Target target, List<Option> options) {
    return new Sample(
        "s",
        null,
        "en",
        "How wide is the 12.5 mm mass?",
        options,
        List.of(),
        target,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        List.of());
  }

  static Trial trial(String id, Sample sample) {
    return trial(id, sample, sample.options());
  }

  static Trial trial(String id, Sample sample, List<Option> shown) {
    String unit = sample.target() instanceof Target.Number number ? number.unit() : null;
    return new Trial(
        id,
        sample.id(),
        "standard",
        "",
        1,
        new Presented(sample.kind(), sample.question(), shown, List.of(), unit, "en"),
        new Request(List.of(Message.text(Role.USER, sample.question())), Generation.UNSET));
  }

  static String reply(ReferenceReader reader, Trial trial, Sample sample) {
    Attempt attempt = reader.answer(trial, sample);
    return ((Answered) attempt).reply().text();
  }

  static String reply(ReferenceReader reader, String id, Sample sample) {
    return reply(reader, trial(id, sample), sample);
  }

  static SamplePool pool(Sample... samples) {
    return () -> List.of(samples).stream();
  }
}

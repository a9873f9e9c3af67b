package assay.models.reference;

import assay.core.Sample;
import assay.core.exchange.Attempt;
import assay.core.exchange.ReferenceReader;
import assay.core.exchange.Reply;
import assay.core.exchange.Trial;

/** Says nothing: every reply is empty. What it scores shows how silence is counted. */
public final class SilentReader implements ReferenceReader {

  @Override
  public String name() {
    return "reader:silent";
  }

  @Override
  public String identity() {
    return name();
  }

  @Override
  public Attempt answer(Trial trial, Sample sample) {
    return new Attempt.Answered(Reply.of(""));
  }
}

package assay.reading.extractor;

import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import assay.core.measure.Descriptor;
import assay.core.measure.Extractor;
import assay.core.measure.Reading;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * An extractor whose rule looks at the reply's text. What the rule leaves unread is sorted the same
 * way for every rule, see {@link Unread}.
 */
public abstract class ReplyRule implements Extractor {

  private final Descriptor descriptor;
  private final Set<AnswerKind> kinds;

  protected ReplyRule(Descriptor descriptor, Set<AnswerKind> kinds) {
    this.descriptor = descriptor;
    this.kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
  }

  @Override
  public final Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public final Set<AnswerKind> kinds() {
    return kinds;
  }

  @Override
  public final Reading read(Reply reply, Presented presented) {
    return Unread.settle(extract(reply, presented), reply);
  }

  /** The rule itself: an answer, or unreadable with the reason. */
  protected abstract Reading extract(Reply reply, Presented presented);
}

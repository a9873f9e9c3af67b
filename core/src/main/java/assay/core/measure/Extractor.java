package assay.core.measure;

import assay.core.AnswerKind;
import assay.core.exchange.Presented;
import assay.core.exchange.Reply;
import java.util.Set;

/**
 * A rule that reads a reply. Total: no text makes it throw, its time is bounded by the text's
 * length, and it never answers with an option that was not shown. Stateless, for use by many
 * threads.
 */
public interface Extractor {

  Descriptor descriptor();

  /** The kinds of question for which the rule is meant. */
  Set<AnswerKind> kinds();

  /** Reads a reply to what was presented. */
  Reading read(Reply reply, Presented presented);
}

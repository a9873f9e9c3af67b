package assay.models.endpoint;

import assay.core.exchange.Message;
import assay.core.exchange.Part;
import assay.core.exchange.Request;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes what a request said out of what an endpoint says about it. Some servers quote the request
 * in their errors; a message of ours must hold nothing of a patient. Letters and digits alone are
 * compared, regardless of case, so that quoting and escaping hide nothing; a run of {@value #RUN}
 * of them in common is taken out, and so is what lies in between two such runs.
 */
final class RequestEcho {

  private static final int RUN = 12;

  private RequestEcho() {}

  /** The message with every quotation of the request replaced by an ellipsis. */
  static String removed(String message, Request request) {
    int[] places = new int[message.length()];
    String folded = folded(message, places);
    if (folded.length() < RUN) {
      return message;
    }
    Map<String, BitSet> grams = new HashMap<>();
    for (int i = 0; i + RUN <= folded.length(); i++) {
      grams.computeIfAbsent(folded.substring(i, i + RUN), gram -> new BitSet()).set(i);
    }
    BitSet quoted = new BitSet(folded.length());
    for (Message said : request.messages()) {
      for (Part part : said.parts()) {
        if (part instanceof Part.TextPart text) {
          mark(folded(text.text(), new int[text.text().length()]), grams, quoted);
        }
      }
    }
    return quoted.isEmpty() ? message : without(message, closed(quoted), places);
  }

  private static void mark(String text, Map<String, BitSet> grams, BitSet quoted) {
    for (int i = 0; i + RUN <= text.length(); i++) {
      BitSet starts = grams.get(text.substring(i, i + RUN));
      if (starts != null) {
        starts.stream().forEach(start -> quoted.set(start, start + RUN));
      }
    }
  }

  /** Joins runs that lie closer to each other than a run is long. */
  private static BitSet closed(BitSet quoted) {
    BitSet closed = (BitSet) quoted.clone();
    int end = closed.nextClearBit(closed.nextSetBit(0));
    for (int next = closed.nextSetBit(end); next >= 0; next = closed.nextSetBit(end)) {
      if (next - end < RUN) {
        closed.set(end, next);
      }
      end = closed.nextClearBit(next);
    }
    return closed;
  }

  private static String without(String message, BitSet quoted, int[] places) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (int start = quoted.nextSetBit(0); start >= 0; ) {
      int end = quoted.nextClearBit(start);
      kept.append(message, from, places[start]).append('…');
      from = places[end - 1] + 1;
      start = quoted.nextSetBit(end);
    }
    return kept.append(message, from, message.length()).toString();
  }

  /** Letters and digits in lower case; {@code places} gets where each stood. */
  private static String folded(String text, int[] places) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        places[folded.length()] = i;
        folded.append(Character.toLowerCase(c));
      }
    }
    return folded.toString();
  }
}

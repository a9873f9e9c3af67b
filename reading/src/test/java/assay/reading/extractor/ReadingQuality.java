package assay.reading.extractor;

import assay.core.measure.Extractor;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a rule reads labelled replies.
 *
 * @param replies how many it was tried on: those of the kinds it is meant for
 * @param readable those of them in which a careful reader finds an answer
 * @param read those in which the rule finds one
 * @param right those in which both find the same
 * @param differences what the rule took otherwise than the careful reader, a line each
 */
record ReadingQuality(int replies, int readable, int read, int right, List<String> differences) {

  static ReadingQuality of(Extractor extractor, List<LabelledReply> labelled) {
    int replies = 0;
    int readable = 0;
    int read = 0;
    int right = 0;
    List<String> differences = new ArrayList<>();
    for (LabelledReply reply : labelled) {
      boolean forSets = extractor.descriptor().name().equals("letters");
      if (!extractor.kinds().contains(reply.kind()) || (reply.asksForSet() && !forSets)) {
        continue;
      }
      String found = reply.readBy(extractor);
      boolean wasRead = !List.of("unreadable", "refused", "truncated").contains(found);
      replies++;
      readable += reply.readable() ? 1 : 0;
      read += wasRead ? 1 : 0;
      right += wasRead && found.equals(reply.expected()) ? 1 : 0;
      if (!found.equals(reply.expected())) {
        differences.add(
            "%s (%s): read %s, labelled %s: %s"
                .formatted(reply.trap(), reply.group(), found, reply.expected(), reply.reply()));
      }
    }
    return new ReadingQuality(replies, readable, read, right, differences);
  }

  /** Of the answers that the rule takes, the share that a careful reader takes too. */
  double precision() {
    return read == 0 ? 1 : (double) right / read;
  }

  /** Of the answers that a careful reader takes, the share that the rule takes too. */
  double coverage() {
    return readable == 0 ? 1 : (double) right / readable;
  }

  int wrong() {
    return read - right;
  }
}

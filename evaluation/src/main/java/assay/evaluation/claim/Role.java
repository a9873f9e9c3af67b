package assay.evaluation.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A part that a run plays in a claim: the model, the one it is compared with, the readers.
 *
 * @param name as statements call it
 * @param of the role whose run it is a part of; null where it has a run of its own
 * @param part what narrows it, by key as in {@code RUN#arm=…}; empty for the whole run
 */
public record Role(String name, @Nullable String of, SequencedMap<String, String> part) {
  public Role {
    part = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(part));
  }
}

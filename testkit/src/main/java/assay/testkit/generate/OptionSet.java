package assay.testkit.generate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Options of a multiple-choice question.
 *
 * @param keys the letters, from A
 * @param texts what they stand for, as many
 */
public record OptionSet(List<String> keys, List<String> texts) {
  /** Copies the lists; they must be equally long. */
  public OptionSet {
    keys = List.copyOf(keys);
    texts = List.copyOf(texts);
    if (keys.size() != texts.size()) {
      throw new IllegalArgumentException(keys.size() + " keys for " + texts.size() + " texts");
    }
  }

  /** Letter to text, in the options' order. */
  public SequencedMap<String, String> asMap() {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), texts.get(i));
    }
    return Collections.unmodifiableSequencedMap(map);
  }

  /** What the letter stands for. */
  public String text(String key) {
    Map<String, String> map = asMap();
    String text = map.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no option '" + key + "' among " + keys);
    }
    return text;
  }
}

package assay.datasets.harness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** How a log writes which option is right. */
enum GoldForm {
  /** By its key, in brackets or not. */
  KEY("the key"),
  /** By its text, which no other option has. */
  TEXT("the text of option"),
  /** By its position, counted from 0. */
  INDEX("the position, from 0, of option");

  private final String words;

  GoldForm(String words) {
    this.words = words;
  }

  /** The form in words, a key to follow. */
  String words() {
    return words;
  }

  /** The key that a text of the log means in this form; empty where it means none. */
  Optional<String> key(String gold, SequencedMap<String, String> options) {
    String bare = gold.strip().replaceAll("^\\((.+)\\)$", "$1");
    return switch (this) {
      case KEY -> options.containsKey(bare) ? Optional.of(bare) : Optional.empty();
      case TEXT -> {
        String wanted = LoggedGold.plain(gold);
        List<String> same =
            options.entrySet().stream()
                .filter(option -> LoggedGold.plain(option.getValue()).equals(wanted))
                .map(Map.Entry::getKey)
                .toList();
        yield same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
      }
      case INDEX ->
          bare.matches("[0-9]{1,2}") && Integer.parseInt(bare) < options.size()
              ? options.sequencedKeySet().stream().skip(Integer.parseInt(bare)).findFirst()
              : Optional.empty();
    };
  }
}

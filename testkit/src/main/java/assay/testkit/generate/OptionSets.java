package assay.testkit.generate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Options of multiple-choice questions: ordinary ones, and such as mislead a reader of replies. */
public final class OptionSets {
  private static final List<String> FINDINGS =
      List.of(
          "Pneumonia",
          "Aortic dissection",
          "Ureteric stone",
          "Guillain–Barré syndrome",
          "Vitamin B12 deficiency",
          "Hepatitis A",
          "Hepatitis B",
          "Type A dissection",
          "Group B streptococcus",
          "Ischaemic colitis",
          "Immune thrombocytopenia",
          "No treatment",
          "Ciprofloxacin, 500 mg twice a day",
          "10 mg",
          "100 mg",
          "1 in 400",
          "1 in 4,000",
          "Yes",
          "No",
          "I",
          "Infective endocarditis",
          "Lesão do nervo ulnar",
          "肺炎",
          "Перелом",
          "الالتهاب الرئوي");

  private static final List<String> ALL_OF =
      List.of("All of the above", "None of the above", "Both A and B", "A or C", "Neither B nor D");

  private final Generators draw;

  OptionSets(Generators draw) {
    this.draw = draw;
  }

  /** Two to ten options, all different. */
  public OptionSet any() {
    return of(draw.between(2, 10));
  }

  /** So many options, all different, up to 26. */
  public OptionSet of(int count) {
    var texts = new LinkedHashSet<>(draw.shuffled(FINDINGS).subList(0, Math.min(count, 20)));
    while (texts.size() < count) {
      texts.add(draw.texts().plain());
    }
    return lettered(texts);
  }

  /** Three or four options of which one is part of another, or differs from it by a word. */
  public OptionSet overlapping() {
    String base = draw.pick(FINDINGS);
    var texts = new LinkedHashSet<String>();
    texts.add(base);
    texts.add("No " + base);
    texts.add(base + draw.pick(List.of(" of the left side", " (chronic)", ", unspecified")));
    if (draw.oneIn(2)) {
      texts.add("not " + base + " but " + draw.texts().plain());
    }
    return lettered(new LinkedHashSet<>(draw.shuffled(new ArrayList<>(texts))));
  }

  /** Options that speak of the other options. */
  public OptionSet selfReferring() {
    var texts = new LinkedHashSet<>(draw.shuffled(FINDINGS).subList(0, 3));
    texts.add(draw.pick(ALL_OF));
    return lettered(texts);
  }

  /** Two to six options of hostile text, all different. */
  public OptionSet hostile() {
    var texts = new LinkedHashSet<String>();
    int count = draw.between(2, 6);
    while (texts.size() < count) {
      String text = draw.texts().any();
      texts.add(text.isBlank() ? "option " + texts.size() : text);
    }
    return lettered(texts);
  }

  private static OptionSet lettered(Set<String> texts) {
    List<String> keys =
        IntStream.range(0, texts.size()).mapToObj(i -> String.valueOf((char) ('A' + i))).toList();
    return new OptionSet(keys, List.copyOf(texts));
  }
}

package assay.reading.similarity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.Exc;
import net.sf.extjwnl.data.IndexWord;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.data.Synset;
import net.sf.extjwnl.data.Word;
import net.sf.extjwnl.dictionary.Dictionary;

/**
 * METEOR with its synonym module: {@link Meteor}, and then stems that are left are paired if the
 * reference's is a word of a synset of WordNet 3.0 that the answer's stem belongs to, in any part
 * of speech, inflections undone. Single words alone, as WordNet writes them. As NLTK does it, stems
 * and not words are looked up, so that a synonym whose stem is no word ("quickli") is not found. A
 * word of more than 100 characters has no synonyms. WordNet is opened when the first word is looked
 * up. Source: Banerjee and Lavie 2005; meteor_score.py and wordnet.py of NLTK 3.8.
 */
public final class WordNetSynonyms {

  private static final int LONGEST = 100;
  private static final int MOST_KEPT = 20_000;

  private static final List<POS> PARTS = List.of(POS.NOUN, POS.VERB, POS.ADJECTIVE, POS.ADVERB);

  /** Ends of inflected forms and what stands for them in the base form. */
  private static final Map<POS, List<String[]>> ENDS =
      Map.of(
          POS.NOUN,
          ends("s ", "ses s", "ves f", "xes x", "zes z", "ches ch", "shes sh", "men man", "ies y"),
          POS.VERB,
          ends("s ", "ies y", "es e", "es ", "ed e", "ed ", "ing e", "ing "),
          POS.ADJECTIVE,
          ends("er ", "est ", "er e", "est e"),
          POS.ADVERB,
          List.of());

  /** Words looked up of late, and their synonyms. */
  private final Map<String, Set<String>> kept =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private final Dictionary wordNet;

  private WordNetSynonyms(Dictionary wordNet) {
    this.wordNet = wordNet;
  }

  /** Opened when it is first asked for. */
  private static final class Opened {
    static final WordNetSynonyms WORD_NET = open();

    private static WordNetSynonyms open() {
      try {
        return new WordNetSynonyms(Dictionary.getDefaultResourceInstance());
      } catch (JWNLException e) {
        throw new IllegalStateException("WordNet cannot be opened", e);
      }
    }
  }

  /** METEOR with synonyms against one reference. */
  public static double meteor(String reference, String answer) {
    return Meteor.score(reference, answer, word -> Opened.WORD_NET.of(word));
  }

  /** The word, and the single words that share a synset with it. */
  private synchronized Set<String> of(String word) {
    if (word.length() > LONGEST) {
      return Set.of(word);
    }
    Set<String> known = kept.get(word);
    if (known == null) {
      known = find(word);
      kept.put(word, known);
    }
    return known;
  }

  private Set<String> find(String word) {
    SequencedSet<String> synonyms = new LinkedHashSet<>();
    synonyms.add(word);
    try {
      for (POS part : PARTS) {
        for (String form : baseForms(word.toLowerCase(Locale.ROOT), part)) {
          for (Synset synset : wordNet.getIndexWord(part, form).getSenses()) {
            for (Word other : synset.getWords()) {
              if (other.getLemma().indexOf(' ') < 0) {
                synonyms.add(other.getLemma());
              }
            }
          }
        }
      }
    } catch (JWNLException e) {
      throw new IllegalStateException("WordNet cannot be read", e);
    }
    return synonyms;
  }

  /**
   * The forms that WordNet has: by its list of exceptions if that has the form; else the form and
   * what one change of its end gives; else what further changes give first.
   */
  private List<String> baseForms(String form, POS part) throws JWNLException {
    Exc exception = wordNet.getException(part, form);
    if (exception != null) {
      List<String> forms = new ArrayList<>(List.of(form));
      forms.addAll(exception.getExceptions());
      return known(forms, part);
    }
    SequencedSet<String> changed = changed(Set.of(form), part);
    List<String> first = new ArrayList<>(List.of(form));
    first.addAll(changed);
    List<String> known = known(first, part);
    while (known.isEmpty() && !changed.isEmpty()) {
      changed = changed(changed, part);
      known = known(changed, part);
    }
    return known;
  }

  private static SequencedSet<String> changed(Iterable<String> forms, POS part) {
    SequencedSet<String> changed = new LinkedHashSet<>();
    for (String form : forms) {
      for (String[] end : ENDS.getOrDefault(part, List.of())) {
        if (form.endsWith(end[0])) {
          changed.add(form.substring(0, form.length() - end[0].length()) + end[1]);
        }
      }
    }
    return changed;
  }

  private List<String> known(Iterable<String> forms, POS part) throws JWNLException {
    SequencedSet<String> known = new LinkedHashSet<>();
    for (String form : forms) {
      if (isWord(form)) {
        IndexWord word = wordNet.getIndexWord(part, form);
        if (word != null) {
          known.add(form);
        }
      }
    }
    return List.copyOf(known);
  }

  /** WordNet holds ASCII alone, and looks up what is blank or has blanks otherwise than we do. */
  private static boolean isWord(String form) {
    return !form.isEmpty() && form.chars().allMatch(c -> c > ' ' && c < 127);
  }

  private static List<String[]> ends(String... pairs) {
    List<String[]> ends = new ArrayList<>();
    for (String pair : pairs) {
      ends.add(pair.split(" ", -1));
    }
    return List.copyOf(ends);
  }
}

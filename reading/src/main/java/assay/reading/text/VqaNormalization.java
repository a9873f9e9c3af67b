package assay.reading.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The normalisations of the VQA challenge and of MUMC, which comes before it.
 *
 * <p>VQA: each of {@code ; / [ ] " { } ( ) = + \ _ - > < @ ` , ? !} is dropped if the text holds it
 * with a blank beside it, or holds a comma between digits anywhere, else it becomes a blank; full
 * stops not followed by a digit are dropped (the first 32, as the original passes a flag where the
 * count belongs); words for none and zero to ten become digits; articles go; contractions get their
 * apostrophes back. Source: vqaEval.py of github.com/GT-Vision-Lab/VQA.
 *
 * <p>MUMC: lower case; {@code , . ' ! ? " ( ) * # : ; ~} dropped; a blank and a tab one blank;
 * {@code x ray} and {@code x-ray} as {@code xray}; {@code " - "} as {@code -}; then VQA's. Source:
 * pre_answer and vqaEvaluate.py of github.com/pengfeiliHEU/MUMC.
 */
public final class VqaNormalization {

  private static final String PUNCTUATION = ";/[]\"{}()=+\\_-><@`,?!";
  private static final String DROPPED_FIRST = ",.'!?\"()*#:;~";
  private static final int FULL_STOPS = 32;
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");
  private static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("none", "0"),
          Map.entry("zero", "0"),
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"));

  /** Words as the challenge writes them; their keys lack one apostrophe. */
  private static final String CONTRACTED =
      "ain't aren't can't could've couldn't couldn't've didn't doesn't don't hadn't hadn't've hasn't"
          + " haven't he'd he'd've he's how'd how'll how's isn't it'd it'd've it'll ma'am mightn't"
          + " mightn't've might've mustn't must've needn't not've o'clock oughtn't ow's'at 'ow'sat"
          + " shan't she'd've should've shouldn't shouldn't've somebody'd've somebody'll somebody's"
          + " someone'd someone'd've someone'll someone's something'd something'd've something'll"
          + " that's there'd there'd've there're there's they'd they'd've they'll they're they've"
          + " 'twas wasn't we'd've we've weren't what'll what're what's what've when's where'd where's"
          + " where've who'd who'd've who'll who's who've why'll why're why's won't would've wouldn't"
          + " wouldn't've y'all y'all'll y'all'd've you'd you'd've you'll you're you've";

  private static final Map<String, String> CONTRACTIONS = contractions();

  private VqaNormalization() {}

  /** The VQA challenge's normalisation. */
  public static String vqa(String text) {
    String trimmed = text.replace('\n', ' ').replace('\t', ' ').strip();
    return words(punctuation(trimmed), CONTRACTIONS);
  }

  /** The same without the table of contractions: "isnt" stays "isnt". */
  public static String vqaWithoutContractions(String text) {
    String trimmed = text.replace('\n', ' ').replace('\t', ' ').strip();
    return words(punctuation(trimmed), Map.of());
  }

  /**
   * LLaVA-Med's: VQA's with no regard to line ends, and commas dropped at the end. Source:
   * llava/eval/eval_metrics/glossary.py of github.com/microsoft/LLaVA-Med, before 821e1c7.
   */
  public static String llavaMed(String text) {
    return words(punctuation(text), CONTRACTIONS).replace(",", "");
  }

  /** MUMC's normalisation. */
  public static String mumc(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (DROPPED_FIRST.indexOf(lower.charAt(i)) < 0) {
        kept.append(lower.charAt(i));
      }
    }
    String joined =
        kept.toString()
            .replace(" \t", " ")
            .replace("x ray", "xray")
            .replace("x-ray", "xray")
            .replace(" - ", "-");
    return vqa(joined);
  }

  private static String punctuation(String text) {
    boolean commaBetweenDigits = hasCommaBetweenDigits(text);
    String out = text;
    for (int i = 0; i < PUNCTUATION.length(); i++) {
      char mark = PUNCTUATION.charAt(i);
      if (text.indexOf(mark) < 0) {
        continue;
      }
      boolean besideBlank = text.contains(mark + " ") || text.contains(" " + mark);
      out = out.replace(String.valueOf(mark), besideBlank || commaBetweenDigits ? "" : " ");
    }
    return withoutFullStops(out);
  }

  private static boolean hasCommaBetweenDigits(String text) {
    for (int i = text.indexOf(',', 1);
        i > 0 && i + 1 < text.length();
        i = text.indexOf(',', i + 1)) {
      if (Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static String withoutFullStops(String text) {
    if (text.indexOf('.') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int dropped = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean digitFollows = i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
      if (text.charAt(i) == '.' && !digitFollows && dropped < FULL_STOPS) {
        dropped++;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static String words(String text, Map<String, String> contractions) {
    StringBuilder out = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    int i = 0;
    while (i < lower.length()) {
      if (PythonText.isSpace(lower.charAt(i))) {
        i++;
        continue;
      }
      int start = i;
      while (i < lower.length() && !PythonText.isSpace(lower.charAt(i))) {
        i++;
      }
      String word = lower.substring(start, i);
      word = NUMBERS.getOrDefault(word, word);
      if (!ARTICLES.contains(word)) {
        out.append(out.isEmpty() ? "" : " ").append(contractions.getOrDefault(word, word));
      }
    }
    return out.toString();
  }

  private static Map<String, String> contractions() {
    Map<String, String> map = new HashMap<>();
    for (String word : CONTRACTED.split(" ")) {
      for (int i = word.indexOf('\''); i >= 0; i = word.indexOf('\'', i + 1)) {
        map.put(word.substring(0, i) + word.substring(i + 1), word);
      }
    }
    // Slips of the original that are part of its results.
    map.put("somebody'd", "somebodyd");
    map.put("'ows'at", "'ow's'at");
    map.put("'ow'sat", "'ow's'at");
    map.put("ow's'at", "'ow's'at");
    map.put("yall'd've", "y'all'd've");
    map.put("y'allll", "y'all'll");
    return map;
  }
}

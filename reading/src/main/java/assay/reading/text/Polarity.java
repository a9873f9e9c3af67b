package assay.reading.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words for yes and no, true and false, in many languages; folded. Words that mean something else
 * in another language ({@code si}, {@code da}, {@code ne}) count in their own alone.
 */
public final class Polarity {

  private static final Map<String, Boolean> ANYWHERE = new HashMap<>();
  private static final Map<String, Map<String, Boolean>> BY_LANGUAGE = new HashMap<>();
  private static final Map<String, List<String>> TRUTH = new HashMap<>();

  static {
    anywhere(true, "yes yep yeah oui sí sim ja evet");
    anywhere(false, "no nope nein não nao non nee nej hayır hayir");
    anywhere(true, "да так نعم כן हाँ हां ναι بله はい 是 是的 对 對 有 예 네 ใช่");
    anywhere(false, "нет ні لا לא नहीं όχι خیر いいえ 否 不是 没有 沒有 不对 不對 아니요 아니오 ไม่ ไม่ใช่");
    anywhere(true, "true correct affirmative verdadeiro verdadero vrai wahr richtig vero waar");
    anywhere(false, "false incorrect wrong negative falso faux falsch onwaar");
    anywhere(true, "правда верно صحيح صح נכון 正しい 正确 正確 참 ถูก doğru prawda");
    anywhere(false, "ложь неверно خطأ خاطئ שגוי 誤り 错误 錯誤 거짓 ผิด yanlış fałsz");
    language("it", "sì si", "no");
    language("pt", "sim", "não");
    language("es", "sí si", "no");
    language("pl", "tak", "nie");
    language("cs", "ano", "ne");
    language("sk", "áno", "nie");
    language("hr", "da", "ne");
    language("sr", "da да", "ne не");
    language("sl", "da", "ne");
    language("bg", "да", "не");
    language("ro", "da", "nu");
    language("hu", "igen igaz", "nem hamis");
    language("fi", "kyllä", "ei");
    language("id", "ya benar", "tidak salah");
    language("ms", "ya benar", "tidak salah");
    language("vi", "có đúng", "không sai");
    language("sw", "ndiyo", "hapana");
    language("tl", "oo", "hindi");
    language("lt", "taip", "ne");
    language("lv", "jā", "nē");
    language("et", "jah", "ei");
    truth("en", "true", "false");
    truth("pt", "verdadeiro", "falso");
    truth("es", "verdadero", "falso");
    truth("fr", "vrai", "faux");
    truth("de", "wahr", "falsch");
    truth("it", "vero", "falso");
    truth("nl", "waar", "onwaar");
    truth("pl", "prawda", "fałsz");
    truth("ro", "adevărat", "fals");
    truth("tr", "doğru", "yanlış");
    truth("ru", "верно", "неверно");
    truth("id", "benar", "salah");
    truth("vi", "đúng", "sai");
  }

  private Polarity() {}

  /**
   * What a folded word means: true for yes, false for no, null for neither.
   *
   * @param language BCP 47 tag of the language whose own words count beside those that count
   *     anywhere
   */
  public static @Nullable Boolean of(String foldedWord, String language) {
    Boolean own = BY_LANGUAGE.getOrDefault(primary(language), Map.of()).get(foldedWord);
    return own != null ? own : ANYWHERE.get(foldedWord);
  }

  /** The word for "true" of a language, lower case; English where the language is not known. */
  public static String trueWord(String language) {
    return truthPair(language).getFirst();
  }

  /** The word for "false" of a language, lower case; English where the language is not known. */
  public static String falseWord(String language) {
    return truthPair(language).getLast();
  }

  private static List<String> truthPair(String language) {
    return TRUTH.getOrDefault(primary(language), List.of("true", "false"));
  }

  private static String primary(String language) {
    int dash = language.indexOf('-');
    return (dash < 0 ? language : language.substring(0, dash)).toLowerCase(Locale.ROOT);
  }

  private static void anywhere(boolean meaning, String words) {
    for (String word : words.split(" ")) {
      ANYWHERE.put(Folding.folded(word), meaning);
    }
  }

  private static void language(String language, String yes, String no) {
    Map<String, Boolean> words = new HashMap<>();
    for (String word : yes.split(" ")) {
      words.put(Folding.folded(word), true);
    }
    for (String word : no.split(" ")) {
      words.put(Folding.folded(word), false);
    }
    BY_LANGUAGE.put(language, words);
  }

  private static void truth(String language, String yes, String no) {
    TRUTH.put(language, List.of(yes, no));
  }
}

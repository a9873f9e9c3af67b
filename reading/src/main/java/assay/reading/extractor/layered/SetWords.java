package assay.reading.extractor.layered;

import assay.reading.text.Folding;
import assay.reading.text.Phrases;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words with which replies speak of several options at once, beside those of {@link CueWords}: the
 * plurals of "answer", "option" and "correct", what joins options and what leaves them open.
 */
final class SetWords {

  /** "answers". */
  static final Set<String> ANSWERS =
      words(
          "answers solutions picks selections respostas respuestas soluciones soluções réponses"
              + " solutions antworten lösungen risposte soluzioni antwoorden odpowiedzi odpovědi"
              + " válaszok vastaukset svaren svarene cevaplar yanıtlar jawaban răspunsuri"
              + " răspunsurile απαντήσεις ответы ответами відповіді תשובות התשובות الإجابات إجابات"
              + " الاجابات پاسخها उत्तर उत्तरों జవాబులు");

  /** "options", which are the answer where they are called right. */
  static final Set<String> OFFERED =
      words(
          "options choices alternatives letters statements items propositions affirmations"
              + " assertions opciones opções alternativas letras afirmaciones afirmativas"
              + " assertivas itens ítems enunciados lettres optionen antwortmöglichkeiten aussagen"
              + " buchstaben alternativen opzioni affermazioni alternative lettere opties"
              + " beweringen stellingen opcje варианты вариантами утверждения буквы пункты"
              + " варіанти אפשרויות האפשרויות הסעיפים הטענות סעיפים الخيارات العبارات विकल्प"
              + " seçenekler şıklar ifadeler option choice statement alternative letter opción"
              + " opção alternativa proposition antwort aussage вариант");

  /** "correct", of several. */
  static final Set<String> RIGHT =
      words(
          "correct right true apply applies accurate valid correctas correctos verdaderas"
              + " verdaderos ciertas ciertos corretas corretos certas certos verdadeiras"
              + " verdadeiros correctes corrects justes exactes vraies bonnes richtig richtigen"
              + " richtige korrekt korrekten zutreffend zutreffenden wahr corrette corretti"
              + " giuste giusti esatte vere juiste juist correcte poprawne prawidłowe prawdziwe"
              + " правильные правильными правильны верны верные верными правильно верно"
              + " правильні вірні נכונות הנכונות נכונים הנכונים صحيحة الصحيحة صحيحات सही doğru"
              + " doğrudur correcta correto correta juste exacte corretta giusta правильный"
              + " верный נכון נכונה");

  /** "wrong", of several. */
  static final Set<String> WRONG =
      words(
          "incorrect wrong false untrue incorrectas incorrectos falsas falsos incorretas"
              + " incorretos erradas errados incorrectes fausses faux falsch falschen"
              + " unzutreffend errate sbagliate false onjuist onjuiste niepoprawne błędne"
              + " неправильные неверные неверны неправильны ошибочны שגויות לא خاطئة गलत yanlış"
              + " yanlıştır");

  /** What may stand between an announcement and a list, beside the fillers. */
  static final Set<String> ARTICLES =
      words(
          "the all both las los les die as os le gli i la el der das o a het de both namely only");

  /** "only C": what says that no other is. */
  static final Set<String> ONLY =
      words(
          "only just solo sólo solamente únicamente somente apenas só nur lediglich seul seule"
              + " seulement uniquement soltanto только лишь alleen tylko רק فقط");

  /** "is", "are" and the words of choosing that tie a list to what announces it. */
  static final Set<String> TIES =
      words("are is include includes included namely son são sont sind");

  /** What joins two options that both hold. */
  static final Set<String> AND =
      words("and & + y e et und i en и och og ve as ו و और plus mit sowie і та");

  /** What joins two options of which one holds. */
  static final Set<String> OR = words("or o ou oder или או أو veya ya of lub albo eller либо");

  /** What makes a range of two letters. */
  static final Set<String> RANGE = words("to through bis até hasta à thru");

  /** What leaves open whether an option holds. */
  static final Set<String> HEDGES =
      words(
          "possibly perhaps maybe probably potentially arguably likely sometimes either neither"
              + " also might may could can depending unless if posiblemente quizás quizá tal"
              + " possivelmente talvez provavelmente probablemente peut-être peut"
              + " éventuellement probablement vielleicht möglicherweise eventuell"
              + " wahrscheinlich forse possibilmente eventualmente возможно вероятно может"
              + " si se wenn falls если also také כנראה אולי ربما शायद belki");

  /** What joins two options that both hold, in scripts without blanks. */
  static final List<String> UNSPACED_AND =
      List.of("以及", "および", "及び", "와", "과", "和", "与", "與", "及", "と", "且", "、", "、", "และ");

  /** What joins two options of which one holds, in scripts without blanks. */
  static final List<String> UNSPACED_OR =
      List.of("または", "もしくは", "あるいは", "또는", "或者", "或", "か", "หรือ", "から", "到", "至");

  /** What announces right options, in scripts without blanks. */
  static final List<String> UNSPACED_ANSWERS =
      List.of(
          "正しい", "正解", "正答", "適切な", "該当する", "当てはまる", "答え", "正确的", "正確的", "正确答案", "答案", "应选", "應選",
          "符合", "옳은", "맞는", "정답", "해당하는", "คำตอบ", "ถูกต้อง");

  /** What denies or leaves open, in scripts without blanks. */
  static final List<String> UNSPACED_DENIALS =
      List.of(
          "誤", "ない", "不正", "不適切", "不是", "错误", "錯誤", "不包括", "除", "틀린", "아닌", "않", "可能性", "以外", "不适",
          "かもしれ");

  /** What tells of a second thought that no announcement follows. */
  static final Phrases SECOND_THOUGHTS =
      Phrases.parse(
          "edit:|sorry|on reflection|actually|correction|apolog|my mistake|oops|wait|rather"
              + "|in fact|revis|pensándolo|pensando melhor|à la réflexion|bei näherer|nein,");

  private SetWords() {}

  private static Set<String> words(String words) {
    Set<String> set = new HashSet<>();
    for (String word : words.split(" +")) {
      set.add(Folding.folded(word));
    }
    return set;
  }
}

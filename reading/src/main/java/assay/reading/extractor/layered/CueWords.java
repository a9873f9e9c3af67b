package assay.reading.extractor.layered;

import assay.reading.text.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words, in many languages, that announce an answer, deny it, or may stand between. */
final class CueWords {

  /** A word for the answer itself: "answer", "resposta". */
  static final int ANSWER = 1;

  /** A word that may stand between the announcement and the option: "option", "likely", "the". */
  static final int FILLER = 1 << 1;

  /** A word that says "is". */
  static final int COPULA = 1 << 2;

  /** A word that denies what follows: "not". */
  static final int NEGATOR = 1 << 3;

  /** A verb of choosing before the option: "choose", "select". */
  static final int CHOOSE = 1 << 4;

  /** A judgement that an option is right: "correct", "best". */
  static final int RIGHT = 1 << 5;

  /** A judgement that an option is wrong: "incorrect", "unlikely". */
  static final int WRONG = 1 << 6;

  /** A word that makes a sentence a condition: "if". */
  static final int CONDITION = 1 << 7;

  /** A word that turns to other answers: "other", "remaining". */
  static final int OTHER = 1 << 8;

  /** Plural of the answer words: lists rather than answers follow. */
  static final int OPTIONS = 1 << 9;

  /**
   * A word for one of what is offered: "option", "choice"; the answer where "correct" stands by.
   */
  static final int OFFERED = 1 << 12;

  /** A judgement that holds without "is" before it, as in "B: Incorrect." */
  static final int CURT = 1 << 13;

  /** A word that makes "most" a judgement: "likely", "appropriate". */
  static final int SUITED = 1 << 14;

  /** A word that leaves it open: "might", "could". */
  static final int MODAL = 1 << 15;

  /** "are": what it says of several is no judgement of one. */
  static final int PLURAL = 1 << 16;

  /** A judgement that counts behind an option: "B is correct". */
  static final int VERDICT = 1 << 17;

  /** A word that draws a conclusion: "thus", "hence". */
  static final int CONCLUSION = 1 << 18;

  /** A word that puts a judgement above all others: "most". */
  static final int MOST = 1 << 19;

  /** A word that may join two options: "and", "or". */
  static final int JOINER = 1 << 10;

  /** A word that sets the right answer against a denied one: "not A but B". */
  static final int CONTRAST = 1 << 11;

  /** A judgement that needs no "is" before it, since that follows it or is not said: "B सही है". */
  static final int VERB_LAST = 1 << 20;

  /** What happens to options that are not the answer: "can be excluded". */
  static final int RULED_OUT = 1 << 21;

  /** What may stand between an option and what ties it to its announcement. */
  static final int PASSABLE = FILLER | ANSWER | OFFERED | CONCLUSION;

  /** More answers than one: "answers", "alternativas". */
  static final int ANSWERS = 1 << 22;

  private static final Map<String, Integer> CLASSES = new HashMap<>();

  static {
    add(ANSWER, "answer answers response solution verdict ans pick conclusion");
    add(ANSWER, "resposta gabarito respuesta solución solução réponse antwort lösung risposta");
    add(
        ANSWER,
        "antwoord odpowiedź odpověď odpoveď válasz vastaus svaret svar cevap yanıt jawaban");
    add(ANSWER, "răspuns răspunsul απάντηση ответ ответом відповідь תשובה התשובה الإجابة إجابة");
    add(ANSWER, "الاجابة الجواب جواب پاسخ उत्तर जवाब");
    add(
        ANSWER,
        "উত্তর উত্তরটি জবাব jibu sagot సమాధానం జవాబు பதில் விடை ઉત્તર જવાબ ಉತ್ತರ ഉത്തരം ਜਵਾਬ ਉੱਤਰ उत्तरः");
    add(
        OFFERED,
        "option choice alternative letter selection output alternativa opção assertiva opción");
    add(
        OFFERED,
        "proposition antwortmöglichkeit opzione svaralternativ seçenek şık вариант האפשרות");
    add(OFFERED, "אפשרות الخيار گزینه विकल्प");
    add(
        OPTIONS,
        "options choices alternatives letters each every either any all both which cada chaque jede jeder ogni каждый כל opções opciones optionen alternativas");
    add(OPTIONS, "respostas respuestas antworten antwortmöglichkeiten אפשרויות الخيارات варианты");
    add(
        ANSWERS,
        "answers options choices alternatives respuestas respostas alternativas opciones opções");
    add(
        ANSWERS,
        "réponses propositions antworten optionen risposte opzioni ответы варианты תשובות");
    add(OPTIONS, "possibilities diagnoses differentials");
    add(
        FILLER,
        "option choice letter alternative item statement number answer most likely probably");
    add(
        FILLER,
        "definitely clearly certainly therefore thus hence so then indeed also simply just");
    add(FILLER, "actually now best the a an of with that it this being as follows below perhaps");
    add(
        FILLER,
        "possibly likely highly very correct in fact surely obviously evidently still again");
    add(
        FILLER,
        "opción opção alternativa letra lettre la el o le l der die das den il lo de da do");
    add(FILLER, "buchstabe lettera option opzione вариант буква האפשרות אפשרות תשובה הבאה الخيار");
    add(FILLER, "provavelmente probablemente probablement wahrscheinlich probabilmente portanto");
    add(FILLER, "seçenek şık विकल्प mais más plus assim como uma una um un une");
    add(
        COPULA,
        "is are be was were makes equals remains becomes seems appears represents means s it's that's");
    add(
        CONCLUSION,
        "therefore thus hence so consequently conclusion summary overall portanto logo assim así entonces donc ainsi");
    add(CONCLUSION, "also daher folglich quindi dunque итак следовательно לכן לפיכך إذن لذلك");
    add(COPULA, "é seria será são está es sería será son est serait sera ist wäre sind lautet è");
    add(COPULA, "sarebbe sono jest to je er är este е является это будет היא הוא הינה הינו");
    add(COPULA, "תהיה هي هو है olan zijn são fue adalah là");
    add(COPULA, "would should must will");
    add(MOST, "most más mais plus più ביותר");
    add(MODAL, "could may might can podría pode poderia pourrait könnte potrebbe");
    add(PLURAL, "are were son são sont sind sono zijn");
    add(
        NEGATOR,
        "not isn't aren't wasn't never no cannot can't won't wouldn't doesn't don't neither");
    add(
        NEGATOR,
        "nor except unlike without não nunca nem nunca ni pas ne jamais nicht kein keine nie");
    add(NEGATOR, "non né niet geen не нет ни לא אינו אינה איננה ليس ليست لا لیس नहीं değil nie ne");
    add(
        NEGATOR,
        "excluding exclude excludes eliminate eliminates eliminated rejecting reject ignore");
    add(NEGATOR, "statt anstatt anstelle anziché вместо במקום lugar vez lieu");
    add(CHOOSE, "choose chose choosing select selected selecting pick picked picking go going opt");
    add(CHOOSE, "opted opting answer answered answering recommend vote voted conclude chosen");
    add(CHOOSE, "favor favour prefer believe think guess selects chooses picks say");
    add(CHOOSE, "lean leaning leans settle settled leaves leaving meant mean scratch wait");
    add(FILLER, "towards toward for on consistent compatible patient's");
    add(CHOOSE, "escolho escolheria escolher marcar elijo elegiría elegir seleccionar choisis");
    add(CHOOSE, "choisirais wähle wählen scelgo scegliere выбираю выбрать בוחר אבחר أختار");
    add(
        RIGHT,
        "correct right best true accurate appropriate answer proper valid suitable correcta");
    add(
        RIGHT,
        "correcto correto correta certa certo verdadeira mejor melhor meilleur meilleure juste");
    add(
        RIGHT,
        "correcte exacte bonne richtig korrekt richtige beste zutreffend corretta giusta final");
    add(RIGHT, "верно верный правильный правильно правильная נכונה הנכונה נכון صحيح صحيحة الصحيحة");
    add(RIGHT, "doğru सही poprawna prawidłowa juist migliore apropiada adequada adecuada אפשרית");
    add(RIGHT, "صحیح درست");
    add(
        RIGHT,
        "corretas corretos correctas correctos correctes richtigen korrekten corrette giuste");
    add(RIGHT, "better");
    add(RIGHT, "likely probable plausible provável probable");
    add(
        SUITED,
        "likely appropriate probable suitable accurate plausible consistent fitting reasonable provável");
    add(
        SUITED,
        "apropiado apropiada adecuado adecuada apropriado apropriada adequado adequada probable");
    add(
        WRONG,
        "incorrect wrong false not unlikely inappropriate inaccurate untrue invalid excluded");
    add(
        WRONG,
        "eliminated unsuitable improper less isn't never contraindicated incorrecta incorrecto");
    add(
        WRONG,
        "incorreto incorreta errada errado falsa falso fausse incorrecte falsch unwahrscheinlich");
    add(
        WRONG,
        "sbagliata errata неверно неверный неправильный неправильно неверная שגויה שגוי خاطئ");
    add(WRONG, "خاطئة yanlış गलत onjuist no não n'est não");
    add(WRONG | RULED_OUT, "excluded eliminated discarded dismissed ruled descartada descartado");
    add(WRONG | RULED_OUT, "descartadas descartados exclue exclu écartée écarté ausgeschlossen");
    add(WRONG | RULED_OUT, "esclusa escluso");
    add(WRONG | VERDICT, "improbable unusual implausible doubtful unwahrscheinlich improvável");
    add(VERDICT, "correct right best better answer incorrect wrong false unlikely inappropriate");
    add(
        VERDICT,
        "correcta correcto correto correta certa melhor mejor juste correcte richtig richtige");
    add(
        VERDICT,
        "beste korrekt corretta giusta migliore верно верный правильный правильно правильная");
    add(VERDICT, "נכונה הנכונה נכון صحيح صحيحة الصحيحة doğru सही poprawna prawidłowa juist");
    add(CURT, "correct incorrect wrong false true correcta correcto correta correto incorrecta");
    add(
        CURT,
        "incorrecto incorreta incorreto errada falsa verdadeira richtig falsch верно неверно");
    add(CURT, "נכון נכונה שגוי שגויה صحيح صحيحة خاطئ خاطئة unlikely");
    add(VERB_LAST, "सही गलत doğru doğrudur yanlış yanlıştır");
    add(RIGHT | VERDICT, "doğrudur");
    add(WRONG, "yanlıştır");
    add(COPULA, "है हैं होगा");
    add(CONDITION, "if unless were se si wenn falls если אם إذا eğer");
    add(OTHER, "other others remaining rest outras outros otras otros autres anderen altre другие");
    add(CONTRAST, "but rather instead sondern sino mas mais pero ma maar но אלא بل");
    add(
        JOINER,
        "and or & + y e ou et und oder o ו או أو و и или och ve veya nor plus lub oraz i en");
  }

  /** Parts of words and phrases for the answer in scripts without blanks. */
  static final List<String> UNSPACED_ANSWERS =
      List.of("答案", "正解", "答え", "解答", "回答", "正答", "정답", "답은", "답:", "คำตอบ");

  /** What announces a list, in scripts without blanks. */
  static final List<String> UNSPACED_LISTS = List.of("各", "それぞれ", "每个", "每個", "분석", "他の");

  /** What makes a sentence a condition, in scripts without blanks. */
  static final List<String> UNSPACED_CONDITIONS =
      List.of("場合", "もし", "如果", "假如", "경우", "만약", "ならば");

  /** Words for one of what is offered, in scripts without blanks. */
  static final List<String> UNSPACED_OFFERED = List.of("選択肢", "选项", "選項", "보기", "선택지", "ตัวเลือก");

  /** Judgements that make one of what is offered the answer, in scripts without blanks. */
  static final List<String> UNSPACED_JUDGED =
      List.of("正しい", "正確", "正确", "適切", "适当", "合适", "最も", "最可能", "最佳", "应选", "選ぶ", "옳은", "맞는");

  /** What puts a judgement above all others, in scripts without blanks. */
  static final List<String> UNSPACED_MOST = List.of("最も", "最可能", "最有可能", "最佳", "最合适", "最合適", "가장");

  /** What turns such a judgement round. */
  static final List<String> UNSPACED_LEAST = List.of("低い", "少ない", "ない", "不", "낮은", "않");

  /** Ends of phrases that say "is" in scripts without blanks. */
  static final List<String> UNSPACED_COPULAS =
      List.of("は", "是", "为", "為", "が", "은", "는", "이", "가", "คือ", "選", "选", "选择", "選擇", "應為", "应为");

  /** What may stand between in scripts without blanks. */
  static final List<String> UNSPACED_FILLERS =
      List.of("選択肢", "选项", "選項", "の", "第", "项", "項", "記号", "字母", "ข้อ", "보기", "번");

  /** What denies in scripts without blanks, before the option. */
  static final List<String> UNSPACED_NEGATORS = List.of("不是", "並非", "并非", "不应", "不選", "不选");

  /** What follows an option that is right, in scripts without blanks. */
  static final List<String> UNSPACED_RIGHT =
      List.of(
          "が正解", "が正しい", "が最も", "が答え", "が適切", "是正确", "是正確", "正确", "正確", "为正确", "是答案", "が正答", "が該当",
          "を選", "です。正解", "가 정답", "이 정답", "가 맞", "이 맞");

  /** What follows an option that is wrong, in scripts without blanks. */
  static final List<String> UNSPACED_WRONG =
      List.of(
          "は誤り", "は間違", "は不適切", "が誤り", "ではない", "ではあり", "は正しくない", "不正确", "不正確", "是错误", "是錯誤", "错误",
          "錯誤", "不是", "は否定", "は考えにくい", "は違", "不对", "가 아니", "이 아니");

  /** Forms of "is" that state what would be. */
  static final Set<String> HYPOTHETICAL =
      Set.of("would", "should", "seria", "sería", "serait", "wäre", "sarebbe");

  private CueWords() {}

  /** The classes of a folded word, as bits; 0 where it is not known. */
  static int classes(String word) {
    return CLASSES.getOrDefault(word, 0);
  }

  private static void add(int wordClass, String words) {
    for (String word : words.split(" ")) {
      CLASSES.merge(Folding.folded(word), wordClass, (a, b) -> a | b);
    }
  }
}

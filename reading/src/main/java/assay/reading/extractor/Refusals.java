package assay.reading.extractor;

import assay.reading.text.Phrases;
import assay.reading.text.VisibleText;
import java.util.Set;

/**
 * Tells whether a reader clearly declines to answer: it says of itself that it cannot or will not
 * answer, help, advise or judge. Asking for more ("Please provide the options") is no refusal, nor
 * is "it cannot be determined"; both are unreadable. Looked for at the beginning of the reply only,
 * where refusals stand, and only in replies in which no answer was found.
 */
public final class Refusals {

  private static final int LOOKED_AT = 600;

  private static final Phrases SELF =
      Phrases.parse(
          "i cannot |i can't |i can not |i am unable to |i'm unable to |i am not able to "
              + "|i'm not able to |i will not |i won't |i must decline |i have to decline |i decline "
              + "|we cannot |we are unable to |i am not comfortable |i'm not comfortable "
              + "|i am not qualified to |i'm not qualified to |i am not allowed to "
              + "|i'm not allowed to |i am not permitted to |i shouldn't |i should not "
              + "|i do not feel comfortable |i don't feel comfortable |i'm going to have to decline "
              + "|i am programmed to |i'm not going to ");

  private static final Phrases REQUESTS =
      Phrases.parse(
          "please provide|provide me with|if you upload|if you share|if you can share|if you attach"
              + "|i don't see any image|i don't see an image|i do not see any image"
              + "|i do not see an image|no image is attached|no image was attached"
              + "|no image was provided|no image has been provided|could you provide|could you please|can you provide"
              + "|i need the |i need more |i need to see|i would need|i'll need the|please share"
              + "|please upload|without the image|without seeing the image"
              + "|without access to the image|por favor, proporcion|por favor, forneça"
              + "|por favor, envie|por favor, fornece|necesito ver|necesito la imagen"
              + "|preciso da imagem|preciso ver|veuillez fournir|bitte stellen sie|画像を提供|画像を見せ|画像が必要"
              + "|情報が必要|请提供|請提供|אנא ספק|אנא ספקי|יש לספק את|пожалуйста, предоставьте|يرجى تقديم"
              + "|يرجى توفير");

  private static final Phrases DEED =
      Phrases.parse(
          "answer|provide|assist|assess|share|make assumption|go into|help|give|offer|diagnos|interpret|analy|comment|comply|fulfil"
              + "|discuss|recommend|advise|make medical|make a medical|support|engage|respond"
              + "|process this request|continue with|view|evaluate|identify|be a harmless|decline"
              + "|to answer|to provide|speculate|select an answer");

  /** Whole phrases of other languages. */
  private static final Phrases PHRASES =
      Phrases.parse(
          "therefore cannot provide|cannot give medical advice|can't give medical advice"
              + "|cannot offer medical advice|so i cannot |cannot provide medical advice"
              + "|not appropriate for me to|inappropriate for me to|no puedo proporcionar"
              + "|no puedo responder|no puedo ayudar|no puedo ofrecer|no puedo dar"
              + "|no puedo diagnosticar|no puedo interpretar|no puedo brindar|no puedo asistir"
              + "|no me es posible|no estoy capacitado para|no soy capaz de responder"
              + "|no puedo analizar|no puedo emitir|não posso fornecer|não posso responder"
              + "|não posso ajudar|não posso dar|não posso oferecer|não posso diagnosticar"
              + "|não posso interpretar|não sou capaz de|não consigo responder|não consigo fornecer"
              + "|não consigo ajudar|não me é possível|não posso analisar|não posso fazer diagnóstico"
              + "|je ne peux pas répondre|je ne peux pas fournir|je ne peux pas vous aider"
              + "|je ne peux pas donner|je ne peux pas poser|je ne peux pas interpréter"
              + "|je ne suis pas en mesure de|je ne peux pas établir|il m'est impossible de"
              + "|ich kann keine medizinische|ich kann diese frage nicht|ich kann ihnen nicht"
              + "|ich kann dir nicht|ich kann dabei nicht|ich kann leider|ich bin nicht in der lage"
              + "|ich darf keine|ich kann keine diagnose|non posso fornire|non posso rispondere"
              + "|non posso aiutar|non sono in grado di|non posso dare|non posso fare diagnosi"
              + "|ik kan geen medisch|ik kan deze vraag niet|ik kan u niet|yardımcı olamam"
              + "|cevap veremem|yanıt veremem|sağlayamam|nie mogę udzielić|nie mogę odpowiedzieć"
              + "|не могу ответить|не могу предоставить|не могу помочь|не могу дать"
              + "|не в состоянии ответить|не могу поставить диагноз|не можу відповісти|не можу надати"
              + "|אני לא יכול לענות|אני לא יכול לספק|אני לא יכול לסייע|אני לא יכול לעזור|איני יכול"
              + "|אינני יכול|אני לא יכול לתת|אני מצטער, אבל אני לא|לא אוכל לענות|לא אוכל לספק"
              + "|לא אוכל לסייע|לא אוכל לעזור|لا أستطيع الإجابة|لا أستطيع تقديم|لا يمكنني الإجابة"
              + "|لا يمكنني تقديم|لا يمكنني المساعدة|لا أستطيع المساعدة|لا أستطيع مساعدت"
              + "|نمی\u200Cتوانم پاسخ|जवाब नहीं दे सकता|उत्तर नहीं दे सकता|सहायता नहीं कर सकता"
              + "|お答えできません|回答できません|答えることができません|答えることはできません|提供できません|提供することはできません|提供することができません|診断できません"
              + "|診断を行うことはできません|診断することはできません|お手伝いできません|お手伝いすることはできません|応じられません|応じることはできません|お応えできません"
              + "|回答することはできません|アドバイスを提供することはでき|我无法提供|我无法回答|我无法协助|我无法诊断|我无法给出|我无法进行|我不能提供|我不能回答|我不能给出"
              + "|無法提供醫療|我無法提供|我無法回答|我無法協助|我不能協助|我无法帮助|无法满足|답변할 수 없습니다|답변드릴 수 없습니다|제공할 수 없습니다"
              + "|도와드릴 수 없습니다|진단할 수 없습니다|도움을 드릴 수 없습니다|대답할 수 없습니다|tôi không thể trả lời"
              + "|tôi không thể cung cấp|ไม่สามารถตอบ|ไม่สามารถให้คำ");

  /** Words that may stand between "I cannot" and the deed. */
  private static final Set<String> BETWEEN = Set.of("and", "to", "be", "of");

  private Refusals() {}

  /** Whether the visible text says that the reader declines. */
  public static boolean declines(VisibleText visible) {
    int from = visible.start();
    int to = Math.min(visible.end(), from + LOOKED_AT);
    char[] folded = visible.folded();
    return PHRASES.find(folded, from, to) >= 0 || declinesInEnglish(folded, from, to);
  }

  /** Whether the reply asks for what it was not given, the question, its options or its picture. */
  public static boolean asksForMore(VisibleText visible) {
    int from = visible.start();
    return REQUESTS.find(visible.folded(), from, Math.min(visible.end(), from + LOOKED_AT)) >= 0;
  }

  private static boolean declinesInEnglish(char[] folded, int from, int to) {
    int self = SELF.find(folded, from, to);
    while (self >= 0) {
      if (deedFollows(folded, self, to)) {
        return true;
      }
      self = SELF.find(folded, self, to);
    }
    return false;
  }

  /** "answer", "ethically answer", "and will not answer". */
  private static boolean deedFollows(char[] folded, int start, int to) {
    int i = start;
    for (int words = 0; words < 3; words++) {
      if (DEED.matchAt(folded, i, to) >= 0) {
        return true;
      }
      int blank = i;
      while (blank < to && folded[blank] != ' ') {
        blank++;
      }
      String word = new String(folded, i, blank - i);
      if (blank >= to || !(word.endsWith("ly") || BETWEEN.contains(word))) {
        return false;
      }
      i = blank + 1;
    }
    return false;
  }
}

package assay.reading.extractor.layered;

import assay.reading.text.Phrases;
import java.util.List;

/** Questions that ask for what is wrong, in which "B is incorrect" names the answer. */
final class NegativeQuestions {

  private static final Phrases WORDS =
      Phrases.of(
          List.of(
              "except",
              "incorrect",
              "false",
              "wrong",
              "untrue",
              "not ",
              "least ",
              "excepto",
              "exceto",
              "incorreta",
              "incorrecta",
              "falsa",
              "errada",
              "sauf",
              "fausse",
              "incorrecte",
              "außer",
              "falsch",
              "nicht",
              "eccetto",
              "errata",
              "誤って",
              "誤り",
              "でない",
              "適切でない",
              "不正确",
              "不正確",
              "错误",
              "錯誤",
              "除外",
              "不是",
              "不包括",
              "неверн",
              "кроме",
              "לא ",
              "אינו",
              "אינה",
              "למעט",
              "غير",
              "ما عدا",
              "틀린",
              "아닌"));

  private NegativeQuestions() {}

  static boolean is(char[] folded) {
    return WORDS.find(folded, 0, folded.length) >= 0;
  }
}

package assay.reading.extractor.layered;

import assay.reading.text.Phrases;

/** Replies that say that no option is right. */
final class NoneOfThem {

  private static final Phrases PHRASES =
      Phrases.parse(
          "none of the above|none of the options|none of the given|none of the provided"
              + "|none of the listed|none of the choices|none of the answer|none of these"
              + "|not listed among|no correct option|no correct answer|ninguna de las opciones"
              + "|ninguna de las anteriores|nenhuma das opções|nenhuma das alternativas"
              + "|nenhuma das anteriores|aucune des|keine der|nessuna delle|ни один из|以上都不|どれも該当しない"
              + "|いずれも該当しない|אף אחת מהאפשרויות|אף תשובה|לא מופיעה באפשרויות|لا شيء مما سبق");

  private NoneOfThem() {}

  static boolean says(char[] folded, int from, int to) {
    return PHRASES.find(folded, from, to) >= 0;
  }
}

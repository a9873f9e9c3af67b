package assay.reading.extractor.layered;

import assay.reading.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A sentence that denies what a question asks for, by name and perhaps among others: "No focal
 * consolidation, pleural effusion or pneumothorax is seen", "Kein Nachweis einer Lungenembolie".
 * The denial opens the sentence, every word of weight of the question follows it, and nothing in
 * the sentence turns ("but"), hedges, or makes the denial one of something else ("no change in").
 */
final class DeniedFindings {

  /** How a sentence denies everything that it lists, in its first words. */
  private static final List<String> DENIALS =
      List.of(
          "no ",
          "there is no ",
          "there are no ",
          "there's no ",
          "i see no ",
          "i do not see any ",
          "i don't see any ",
          "without ",
          "no se observa ",
          "no se observan ",
          "no se aprecia ",
          "no se aprecian ",
          "no hay ",
          "sin ",
          "não se observa ",
          "não se observam ",
          "não há ",
          "sem ",
          "kein ",
          "keine ",
          "keinen ",
          "keinerlei ",
          "es gibt keinen ",
          "es gibt keine ",
          "pas de ",
          "pas d'",
          "absence de ",
          "absence d'",
          "il n'y a pas de ",
          "il n'y a pas d'",
          "aucun ",
          "aucune ",
          "assenza di ",
          "non si osserva ",
          "non si osservano ");

  /** Words that keep a denial from being one of what follows it, or leave it open. */
  private static final Set<String> TURNS =
      Set.of(
          "change",
          "changes",
          "doubt",
          "increase",
          "decrease",
          "difference",
          "longer",
          "reason",
          "worsening",
          "enlargement",
          "improvement",
          "growth",
          "progression",
          "question",
          "other",
          "further",
          "additional",
          "new",
          "large",
          "significant",
          "definite",
          "definitely",
          "obvious",
          "gross",
          "but",
          "except",
          "however",
          "although",
          "though",
          "besides",
          "apart",
          "than",
          "only",
          "if",
          "whether",
          "may",
          "might",
          "could",
          "possible",
          "possibly",
          "probably",
          "likely",
          "excluded",
          "exclude",
          "residual",
          "rule",
          "ruled",
          "convincing",
          "clear",
          "cambio",
          "cambios",
          "duda",
          "pero",
          "salvo",
          "mudança",
          "alteração",
          "dúvida",
          "exceto",
          "mas",
          "änderung",
          "zweifel",
          "aber",
          "außer",
          "sondern",
          "sicherer",
          "neue",
          "neuer",
          "changement",
          "doute",
          "mais",
          "sauf",
          "cambiamento",
          "dubbio",
          "ma",
          "against",
          "contra",
          "gegen",
          "contre",
          "contro",
          "old",
          "prior",
          "previous");

  /** Words that narrow a denial, where the question does not hold them. */
  private static final Set<String> SIDES =
      Set.of(
          "right",
          "left",
          "right-sided",
          "left-sided",
          "bilateral",
          "tension",
          "apical",
          "basal",
          "upper",
          "lower",
          "rechts",
          "links",
          "rechtsseitige",
          "linksseitige",
          "direita",
          "esquerda",
          "derecha",
          "izquierda",
          "droite",
          "gauche",
          "destra",
          "sinistra");

  /** Words of questions that a denial need not repeat. */
  private static final Set<String> LIGHT =
      Set.of(
          "sinais",
          "signos",
          "evidência",
          "evidências",
          "evidencia",
          "hinweis",
          "hinweise",
          "nachweis",
          "anzeichen",
          "signes",
          "segni",
          "observa",
          "observam",
          "observan",
          "imagem",
          "imagen",
          "image",
          "bild",
          "gibt",
          "eine",
          "einen",
          "einer",
          "eines",
          "besteht",
          "existe",
          "existem",
          "existen",
          "presença",
          "presencia",
          "présence",
          "paciente",
          "para",
          "alguma",
          "algum",
          "alguna",
          "sind",
          "liegt",
          "sieht",
          "voit",
          "t-il",
          "y-a-t-il",
          "acute",
          "focal");

  private static final Set<String> OPENERS =
      Set.of(
          "há",
          "existe",
          "existem",
          "existen",
          "hay",
          "se",
          "observa-se",
          "gibt",
          "besteht",
          "sind",
          "liegt",
          "ist",
          "y",
          "existe-t-il",
          "c'è",
          "ci",
          "is",
          "are",
          "do",
          "does");

  private static final int LONGEST = 300;
  private static final int MOST_SENTENCES = 40;

  private DeniedFindings() {}

  /**
   * Whether a sentence of the reply denies what is asked for, and none says anything else of it.
   */
  static boolean in(char[] folded, int from, int to, String question) {
    List<String> asked = EchoedStatement.words(Folding.folded(question));
    if (asked.size() < 2 || !OPENERS.contains(asked.getFirst()) || asked.contains("or")) {
      return false;
    }
    List<String> heavy = new ArrayList<>();
    for (String word : asked.subList(1, asked.size())) {
      if (word.length() >= 4 && !EchoedStatement.isLight(word) && !LIGHT.contains(word)) {
        heavy.add(word);
      }
    }
    if (heavy.isEmpty() || asked.stream().anyMatch(TURNS::contains)) {
      return false;
    }
    boolean denied = false;
    int start = from;
    for (int sentences = 0; start < to && sentences < MOST_SENTENCES; sentences++) {
      int end = start;
      while (end < to && !endsSentence(folded, end, to)) {
        end++;
      }
      String sentence = new String(folded, start, Math.min(end - start, LONGEST)).strip();
      List<String> said = EchoedStatement.words(sentence);
      boolean any = heavy.stream().anyMatch(word -> holds(said, word));
      boolean all = any && heavy.stream().allMatch(word -> holds(said, word));
      boolean aside = said.stream().anyMatch(word -> SIDES.contains(word) && !asked.contains(word));
      if (any && !(all && !aside && denies(sentence, said))) {
        return false;
      }
      denied |= all;
      start = end + 1;
    }
    return denied && start >= to;
  }

  private static boolean holds(List<String> said, String word) {
    return said.stream().anyMatch(other -> EchoedStatement.sameStem(word, other));
  }

  private static boolean denies(String sentence, List<String> said) {
    return said.stream().noneMatch(TURNS::contains)
        && DENIALS.stream().anyMatch(sentence::startsWith);
  }

  private static boolean endsSentence(char[] folded, int i, int to) {
    char c = folded[i];
    boolean stop = c == '.' && (i + 1 >= to || folded[i + 1] <= ' ');
    return stop || c == '\n' || c == '!' || c == '?' || c == ';';
  }
}

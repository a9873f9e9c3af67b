package assay.reading;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.measure.Descriptor;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Function;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Rules by name, in the order in which they were listed. Immutable.
 *
 * @param <T> the kind of rule
 */
public final class Registry<T> {

  private final String kind;
  private final SequencedMap<String, T> byName = new LinkedHashMap<>();
  private final Function<T, Descriptor> descriptor;

  /**
   * A registry of rules.
   *
   * @param kind what a rule is called in messages, for example {@code extractor}
   * @param descriptor how a rule tells what it is called
   * @param rules the rules, in the order in which they are to be listed
   * @throws IllegalStateException if two rules bear the same name
   */
  public Registry(String kind, Function<T, Descriptor> descriptor, List<T> rules) {
    this.kind = kind;
    this.descriptor = descriptor;
    for (T rule : rules) {
      String name = descriptor.apply(rule).name();
      T other = byName.putIfAbsent(name, rule);
      if (other != null) {
        throw new IllegalStateException(
            "two rules of kind "
                + kind
                + " are called "
                + name
                + ": "
                + other.getClass().getName()
                + " and "
                + rule.getClass().getName());
      }
    }
  }

  /** All rules in their order. */
  public List<T> all() {
    return List.copyOf(byName.values());
  }

  /** All names in their order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * The rule of a name.
   *
   * @param name a name, or a name with its version ({@code layered@1})
   * @throws AssayException (usage) if there is none of that name, or not in that version; the known
   *     names are listed, nearest first
   */
  public T byName(String name) {
    int at = name.lastIndexOf('@');
    String plain = at < 0 ? name : name.substring(0, at);
    T rule = byName.get(plain);
    if (rule == null) {
      throw AssayException.usage(
          Problem.of("there is no " + kind + " called '" + name + "'")
              .expected("one of " + String.join(", ", nearestFirst(plain)))
              .remedy("see assay list " + kind + "s"));
    }
    String id = descriptor.apply(rule).id();
    if (at >= 0 && !id.equals(name)) {
      throw AssayException.usage(
          Problem.of("there is no " + kind + " '" + name + "' in this version of Assay")
              .expected(id)
              .remedy("name it without a version to take the one at hand: " + plain));
    }
    return rule;
  }

  private List<String> nearestFirst(String name) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String wanted = name.toLowerCase(Locale.ROOT);
    return byName.keySet().stream()
        .sorted(Comparator.comparingInt(known -> distance.apply(wanted, known)))
        .toList();
  }
}

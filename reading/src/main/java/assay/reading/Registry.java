package assay.reading;

import assay.core.AssayException;
import assay.core.Problem;
import assay.core.measure.Descriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * Rules by name, in the order in which they were listed, and families of rules: what stands behind
 * a family's prefix makes the rule ({@code judge:NAME}). Immutable.
 *
 * @param <T> the kind of rule
 */
public final class Registry<T> {

  private static final Pattern VERSION = Pattern.compile("@[0-9]+$");

  /** How many names a message lists. */
  private static final int NEAREST = 8;

  private final String kind;
  private final SequencedMap<String, T> byName = new LinkedHashMap<>();
  private final Function<T, Descriptor> descriptor;
  private final List<Family<T>> families;

  /**
   * Rules that are made from a part of their name.
   *
   * @param prefix how their names begin, a colon last
   * @param listed how the family is described where rules are listed; its name is the prefix and
   *     what stands for the rest, {@code judge:NAME}
   * @param rule makes the rule from the rest of the name; throws an {@link AssayException} (usage)
   *     where it makes none
   */
  public record Family<T>(String prefix, Descriptor listed, Function<String, T> rule) {}

  /**
   * A registry of rules.
   *
   * @param kind what a rule is called in messages, for example {@code extractor}
   * @param descriptor how a rule tells what it is called
   * @param rules the rules, in the order in which they are to be listed
   * @throws IllegalStateException if two rules bear the same name
   */
  public Registry(String kind, Function<T, Descriptor> descriptor, List<T> rules) {
    this(kind, descriptor, rules, List.of());
  }

  /** A registry of rules and of families of rules. */
  Registry(
      String kind, Function<T, Descriptor> descriptor, List<T> rules, List<Family<T>> families) {
    this.kind = kind;
    this.descriptor = descriptor;
    this.families = List.copyOf(families);
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

  /** The families of rules in their order; {@link #all} does not hold their members. */
  public List<Family<T>> families() {
    return families;
  }

  /** All names in their order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * The rule of a name.
   *
   * @param name a name, or a name with its version ({@code layered@1})
   * @throws AssayException (usage) if there is none of that name, or not in that version; those
   *     that are nearest to it are listed
   */
  public T byName(String name) {
    String plain = VERSION.matcher(name).replaceFirst("");
    T rule = rule(plain);
    if (rule == null) {
      throw AssayException.usage(
          Problem.of("there is no " + kind + " called '" + name + "'")
              .expected("one of " + known(plain))
              .remedy("see all: assay list " + kind + "s"));
    }
    String id = descriptor.apply(rule).id();
    if (!plain.equals(name) && !id.equals(name)) {
      throw AssayException.usage(
          Problem.of("there is no " + kind + " '" + name + "' in this version of Assay")
              .expected(id)
              .remedy("name it without a version to take the one at hand: " + plain));
    }
    return rule;
  }

  private @Nullable T rule(String name) {
    for (Family<T> family : families) {
      if (name.length() > family.prefix().length() && name.startsWith(family.prefix())) {
        return family.rule().apply(name.substring(family.prefix().length()));
      }
    }
    return byName.get(name);
  }

  /** The names that are nearest to one that is not there, and how many more there are. */
  private String known(String name) {
    List<String> known = new ArrayList<>(nearestFirst(name));
    int more = known.size() - NEAREST;
    if (more > 0) {
      known.subList(NEAREST, known.size()).clear();
    }
    families.forEach(family -> known.add(family.listed().name()));
    return String.join(", ", known) + (more > 0 ? " and " + more + " others" : "");
  }

  private List<String> nearestFirst(String name) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String wanted = name.toLowerCase(Locale.ROOT);
    return byName.keySet().stream()
        .sorted(Comparator.comparingInt(known -> distance.apply(wanted, known)))
        .toList();
  }
}

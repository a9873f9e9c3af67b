package assay.datasets.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.data.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  private static Value.Fields record(Object... pairs) {
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(
          (String) pairs[i],
          pairs[i + 1] instanceof Value value ? value : new Value.Text((String) pairs[i + 1]));
    }
    return new Value.Fields(fields);
  }

  @Test
  void namesAreReplacedOnce() {
    Value.Fields record = record("a", "{b}", "b", "x", "Row Number", new Value.Number("007"));
    assertThat(Template.parse("{a}|{b}|{Row Number}").render(record)).isEqualTo("{b}|x|007");
  }

  @Test
  void whatIsPutInIsNeverEvaluated() {
    String hostile = "${java:version} {{7*7}} {a} %s $1 \\1 #{x} <%= x %>";
    assertThat(Template.parse("[{a}]").render(record("a", hostile))).isEqualTo("[" + hostile + "]");
  }

  @Test
  void bracesThatAreMeantAreWrittenTwice() {
    assertThat(Template.parse("{{{a}}}").render(record("a", "x"))).isEqualTo("{x}");
    assertThat(Template.parse("{{a}}").render(record("a", "x"))).isEqualTo("{a}");
    assertThat(Template.parse("{{a}}").isConstant()).isTrue();
  }

  @Test
  void pathsReachIntoLists() {
    Value list = new Value.Items(List.of(new Value.Text("first"), new Value.Text("second")));
    assertThat(Template.parse("{p[1]}").render(record("p", list))).isEqualTo("second");
  }

  @Test
  void whatARecordLacksIsNothing() {
    Template template = Template.parse("{a}-{b}");
    assertThat(template.render(record("a", "x"))).isEqualTo("x-");
    assertThat(template.missing(record("a", "x"))).contains("b");
    assertThat(template.missing(record("a", "x", "b", ""))).isEmpty();
    assertThat(template.isVoid(record("a", " ", "b", ""))).isTrue();
    assertThat(template.isVoid(record("a", "x"))).isFalse();
    assertThat(Template.parse("constant").isVoid(record())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "a{b = 'opens a brace at character 2 and does not close it'",
        "a}b = 'closes a brace at character 2 that was not opened'",
        "a{}b = 'field path is blank'",
        "a{x[}b = 'expected a whole number in brackets at character 2'"
      })
  void brokenTemplatesAreRefused(String text, String message) {
    assertThatThrownBy(() -> Template.parse(text.strip()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message.strip());
  }
}

package assay.datasets.table;

import assay.core.data.Value;
import assay.datasets.duckdb.ConfinedDatabase;
import assay.datasets.format.Literals;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query of a benchmark may be: one SELECT, whose result depends on the data alone. The
 * database's own parser reads it; the database's confinement does not rest on this check, which
 * says earlier and more plainly what is refused.
 */
final class SelectStatement {

  /** What a query is refused for, and where. */
  record Refusal(String what, @Nullable Integer position) {}

  private static final Set<String> NODES =
      Set.of(
          "SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE", "STATEMENT_NODE");

  /** Functions whose value is another one each time, or that look at the machine. */
  private static final Set<String> UNSTEADY =
      Set.of(
          "age",
          "current_date",
          "current_localtime",
          "current_localtimestamp",
          "current_setting",
          "current_time",
          "current_timestamp",
          "gen_random_uuid",
          "get_current_time",
          "get_current_timestamp",
          "getenv",
          "getvariable",
          "localtime",
          "localtimestamp",
          "nextval",
          "now",
          "today",
          "transaction_timestamp",
          "txid_current",
          "uuid",
          "uuidv4",
          "uuidv7",
          "write_log");

  /** The functions that make tables out of their arguments alone. */
  private static final Set<String> TABLE_FUNCTIONS =
      Set.of(
          "generate_series", "json_each", "json_tree", "range", "repeat", "repeat_row", "unnest");

  private SelectStatement() {}

  /**
   * Why a query is refused, or null where it may run.
   *
   * @throws SQLException if the parser cannot be asked
   */
  static @Nullable Refusal refusal(ConfinedDatabase database, String sql) throws SQLException {
    String parsed =
        database.first("SELECT json_serialize_sql(" + ConfinedDatabase.text(sql) + ")::VARCHAR");
    Value tree = Literals.json(String.valueOf(parsed)).orElse(Value.ABSENT);
    if (!(tree instanceof Value.Fields answer)) {
      return new Refusal("the query cannot be read by the database's parser", null);
    }
    if (answer.get("error").equals(new Value.Bool(true))) {
      String said = answer.get("error_message").asText();
      if (answer.get("error_type").asText().equals("parser")) {
        return new Refusal(said, position(answer.get("position")));
      }
      return new Refusal("it is no SELECT", null);
    }
    int statements = answer.get("statements") instanceof Value.Items all ? all.items().size() : 0;
    if (statements != 1) {
      return new Refusal("it holds " + statements + " statements, not one", null);
    }
    return inside(answer.get("statements"));
  }

  private static @Nullable Refusal inside(Value value) {
    return switch (value) {
      case Value.Items items -> first(items.items());
      case Value.Fields node -> {
        Refusal own = own(node);
        yield own == null ? first(List.copyOf(node.fields().values())) : own;
      }
      case Value.Absent absent -> null;
      case Value.Text text -> null;
      case Value.Number number -> null;
      case Value.Bool bool -> null;
      case Value.Bytes bytes -> null;
    };
  }

  private static @Nullable Refusal first(List<Value> values) {
    for (Value value : values) {
      Refusal refusal = inside(value);
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  private static @Nullable Refusal own(Value.Fields node) {
    String type = node.get("type").asText();
    Integer position = position(node.get("query_location"));
    if (type.endsWith("_NODE") && !NODES.contains(type)) {
      return new Refusal("it changes data (" + type.toLowerCase(Locale.ROOT) + ")", position);
    }
    if (type.equals("TABLE_FUNCTION") && node.get("function") instanceof Value.Fields function) {
      String name = function.get("function_name").asText().toLowerCase(Locale.ROOT);
      if (!TABLE_FUNCTIONS.contains(name)) {
        return new Refusal(
            "the table function '" + name + "' is not allowed: a query sees only its tables",
            position(function.get("query_location")));
      }
    }
    String name = calledName(node).toLowerCase(Locale.ROOT);
    if (UNSTEADY.contains(name)) {
      return new Refusal(
          "the function '" + name + "' is not allowed: a result depends on the data alone",
          position);
    }
    if (node.get("sample") instanceof Value.Fields sample
        && !sample.get("repeatable").equals(new Value.Bool(true))) {
      return new Refusal("its sample is another one each time: add REPEATABLE (seed)", position);
    }
    return null;
  }

  /** The function that a node calls; {@code current_date} and its like need no brackets. */
  private static String calledName(Value.Fields node) {
    boolean bare =
        node.get("column_names") instanceof Value.Items names && names.items().size() == 1;
    return bare
        ? ((Value.Items) node.get("column_names")).items().getFirst().asText()
        : node.get("function_name").asText();
  }

  private static @Nullable Integer position(Value value) {
    String text = value.asText();
    return text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
  }
}

package assay.datasets.duckdb;

import assay.core.data.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Values of DuckDB as rows have them: whole numbers and decimals by their digits, floating numbers
 * by the shortest text that gives them back ({@link NumberText}), dates and times as DuckDB writes
 * them ({@code 2024-06-26}, {@code 2024-06-26 13:45:00}, with {@code +00} where there is a time
 * zone), lists, structs and maps nested, blobs as bytes.
 */
public final class DatabaseValues {

  /** A type of points in time, where a type stands and not a field's name. */
  private static final Pattern INSTANT =
      Pattern.compile("(?<=^|[ ]|MAP\\()TIMESTAMP(?:_S|_MS|_NS)?(?: WITH TIME ZONE)?(?=[,)\\[]|$)");

  private DatabaseValues() {}

  /**
   * The list of columns to select so that they can be read here: points in time as text, because
   * the driver would turn them into local time.
   *
   * @param result of a query over the same columns, whose rows are not looked at
   * @throws SQLException if its columns are not known
   */
  public static String projection(ResultSetMetaData result) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= result.getColumnCount(); i++) {
      String name = ConfinedDatabase.name(result.getColumnName(i));
      String type = result.getColumnTypeName(i);
      String readable = INSTANT.matcher(type).replaceAll("VARCHAR");
      columns.add(
          readable.equals(type) ? name : "CAST(" + name + " AS " + readable + ") AS " + name);
    }
    return String.join(", ", columns);
  }

  /**
   * The current row of a result.
   *
   * @throws SQLException if it cannot be read
   */
  public static SequencedMap<String, Value> row(ResultSet result, List<String> columns)
      throws SQLException {
    SequencedMap<String, Value> values = LinkedHashMap.newLinkedHashMap(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), of(result.getObject(i + 1)));
    }
    return values;
  }

  /** The names of a result's columns. */
  public static List<String> columns(ResultSetMetaData result) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= result.getColumnCount(); i++) {
      names.add(result.getColumnName(i));
    }
    return List.copyOf(names);
  }

  private static Value of(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> Value.ABSENT;
      case String text -> new Value.Text(text);
      case Boolean bool -> new Value.Bool(bool);
      case Byte number -> new Value.Number(number.toString());
      case Short number -> new Value.Number(number.toString());
      case Integer number -> new Value.Number(number.toString());
      case Long number -> new Value.Number(number.toString());
      case BigInteger number -> new Value.Number(number.toString());
      case BigDecimal number -> new Value.Number(number.toPlainString());
      case Double number -> new Value.Number(NumberText.of(number));
      case Float number -> new Value.Number(NumberText.of(number));
      case Blob blob -> new Value.Bytes(blob.getBytes(1, Math.toIntExact(blob.length())));
      case JsonNode json -> new Value.Text(json.toString());
      case Array array -> items((Object[]) array.getArray());
      case Object[] array -> items(array);
      case DuckDBStruct struct -> fields(struct.getMap());
      case Map<?, ?> map -> fields(map);
      default -> new Value.Text(value.toString());
    };
  }

  private static Value items(Object[] array) throws SQLException {
    List<Value> items = new ArrayList<>(array.length);
    for (Object item : array) {
      items.add(of(item));
    }
    return new Value.Items(items);
  }

  private static Value fields(Map<?, ?> map) throws SQLException {
    SequencedMap<String, Value> fields = LinkedHashMap.newLinkedHashMap(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      fields.put(of(entry.getKey()).asText(), of(entry.getValue()));
    }
    return new Value.Fields(fields);
  }
}

package assay.datasets.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.AssayException;
import assay.core.Location;
import assay.core.data.Row;
import assay.core.data.RowSource;
import assay.core.data.Value;
import assay.datasets.format.ColumnType;
import assay.datasets.format.Format;
import assay.datasets.format.Literals;
import assay.datasets.format.RowSources;
import assay.datasets.format.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowQueryTest {

  private static final Location PLACE = new Location("benchmark.yaml", 7L, "rows");

  @TempDir Path folder;

  private RowSource source(String name, Format format, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return RowSources.open(new TableFile(file, name, format, null, null));
  }

  private static SequencedMap<String, ColumnType> columns(Object... namesAndTypes) {
    SequencedMap<String, ColumnType> columns = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      columns.put((String) namesAndTypes[i], (ColumnType) namesAndTypes[i + 1]);
    }
    return columns;
  }

  private static List<Row> rows(RowSource source) {
    List<Row> rows = new ArrayList<>();
    try (source) {
      source.forEachRemaining(rows::add);
    }
    return rows;
  }

  private List<Row> query(
      @Nullable String sql, SequencedMap<String, ColumnType> columns, Format format, String content)
      throws IOException {
    String name = "data." + format.id();
    return rows(RowQuery.of(sql, columns, PLACE).run(source(name, format, content)));
  }

  private static List<String> shown(List<Row> rows) {
    return rows.stream().map(row -> row.locate(null) + " " + row.values().asText()).toList();
  }

  private String refusal(String sql) throws IOException {
    try {
      query(sql, columns(), Format.CSV, "a,b\n1,x\n");
    } catch (AssayException e) {
      assertThat(e.category()).isEqualTo(AssayException.Category.DATA);
      return String.valueOf(e.getMessage());
    }
    throw new AssertionError("was not refused: " + sql);
  }

  @Test
  void allRowsPassAsTheyAre() throws IOException {
    assertThat(shown(query(null, columns(), Format.CSV, "a,b\n007,\n")))
        .containsExactly("data.csv:2 {\"a\": \"007\", \"b\": null}");
    assertThat(shown(query(" select *\nfrom DATA ; ", columns(), Format.CSV, "a\n1\n")))
        .containsExactly("data.csv:2 {\"a\": \"1\"}");
  }

  @Test
  void bringsDeclaredColumnsToTheirTypes() throws IOException {
    SequencedMap<String, ColumnType> declared =
        columns(
            "s",
            ColumnType.STRING,
            "i",
            ColumnType.INTEGER,
            "n",
            ColumnType.NUMBER,
            "b",
            ColumnType.BOOLEAN,
            "d",
            ColumnType.DATE,
            "l",
            ColumnType.LIST_STRING,
            "m",
            ColumnType.MAP_STRING,
            "j",
            ColumnType.JSON,
            "x",
            ColumnType.STRING);
    String cells =
        "s\ti\tn\tb\td\tl\tm\tj\n007\t12.0\t1.50\tTrue\t2024-02-29\t['a', \"b\"]\t{\"A\": \"x\", \"B\": 2}\t[1, {'k': None}]\n";
    assertThat(shown(query(null, declared, Format.TSV, cells)))
        .containsExactly(
            "data.tsv:2 {\"s\": \"007\", \"i\": 12, \"n\": 1.50, \"b\": true, \"d\": \"2024-02-29\","
                + " \"l\": [\"a\", \"b\"], \"m\": {\"A\": \"x\", \"B\": \"2\"}, \"j\": [1, {\"k\":"
                + " null}]}");
    assertThat(shown(query("SELECT * FROM data WHERE true", declared, Format.TSV, cells)))
        .containsExactly(
            "data.tsv:2 {\"row\": 0, \"s\": \"007\", \"i\": 12, \"n\": 1.5, \"b\": true, \"d\":"
                + " \"2024-02-29\", \"l\": [\"a\", \"b\"], \"m\": {\"A\": \"x\", \"B\": \"2\"},"
                + " \"j\": [1, {\"k\": null}], \"x\": null}");
  }

  @Test
  void tellsEveryValueThatDoesNotFit() throws IOException {
    SequencedMap<String, ColumnType> declared =
        columns("i", ColumnType.INTEGER, "d", ColumnType.DATE);
    String cells =
        "i,d\n1,2024-01-01\nx,2024-02-30\n,\n1.5,01/02/2024\n9223372036854775808,\n1e400000000,\n1e99999999999,\n";
    for (String sql : new String[] {RowQuery.ALL, "SELECT i FROM data"}) {
      assertThatThrownBy(() -> query(sql, declared, Format.CSV, cells))
          .isInstanceOf(AssayException.class)
          .hasMessage(
              """
              data.csv:3 [i]: 'x' does not fit the column's declared type integer
                expected: a whole number of 64 bits (integer)
                remedy: mend the value, or declare another type under 'columns'
              data.csv:3 [d]: '2024-02-30' does not fit the column's declared type date
                expected: a date such as 2024-06-26 (date)
                remedy: mend the value, or declare another type under 'columns'
              data.csv:5 [i]: '1.5' does not fit the column's declared type integer
                expected: a whole number of 64 bits (integer)
                remedy: mend the value, or declare another type under 'columns'
              data.csv:5 [d]: '01/02/2024' does not fit the column's declared type date
                expected: a date such as 2024-06-26 (date)
                remedy: mend the value, or declare another type under 'columns'
              data.csv:6 [i]: '9223372036854775808' does not fit the column's declared type integer
                expected: a whole number of 64 bits (integer)
                remedy: mend the value, or declare another type under 'columns'
              data.csv:7 [i]: '1e400000000' does not fit the column's declared type integer
                expected: a whole number of 64 bits (integer)
                remedy: mend the value, or declare another type under 'columns'
              data.csv:8 [i]: '1e99999999999' does not fit the column's declared type integer
                expected: a whole number of 64 bits (integer)
                remedy: mend the value, or declare another type under 'columns'""");
    }
  }

  @Test
  void leadsBackToLinesByTheRowColumn() throws IOException {
    String cells = "id,q\n1,\"a\nb\"\n2,c\n3,d\n";
    assertThat(shown(query("SELECT * FROM data ORDER BY id DESC", columns(), Format.CSV, cells)))
        .containsExactly(
            "data.csv:5 {\"row\": 2, \"id\": \"3\", \"q\": \"d\"}",
            "data.csv:4 {\"row\": 1, \"id\": \"2\", \"q\": \"c\"}",
            "data.csv:2 {\"row\": 0, \"id\": \"1\", \"q\": \"a\\nb\"}");
    List<Row> counted = query("SELECT id FROM data ORDER BY id DESC", columns(), Format.CSV, cells);
    assertThat(counted).extracting(Row::number).containsExactly(0L, 1L, 2L);
    assertThat(counted).extracting(Row::line).containsOnlyNulls();
  }

  @Test
  void keepsAFilesOwnRowColumn() throws IOException {
    assertThat(shown(query("SELECT row FROM data", columns(), Format.CSV, "row,a\n5,x\n7,y\n")))
        .containsExactly("data.csv:1 {\"row\": \"5\"}", "data.csv:2 {\"row\": \"7\"}");
    assertThatThrownBy(
            () ->
                query(
                    "SELECT row FROM data",
                    columns(),
                    Format.JSONL,
                    "{\"row\": 0}\n{\"row\": 5}\n"))
        .hasMessageStartingWith("data.jsonl:2 [row]: the file has a column 'row' that begins like");
    assertThat(
            shown(
                query(
                    "SELECT row FROM data",
                    columns("row", ColumnType.INTEGER),
                    Format.JSONL,
                    "{\"row\": 0}\n{\"row\": 5}\n")))
        .containsExactly("data.jsonl:1 {\"row\": 0}", "data.jsonl:2 {\"row\": 5}");
  }

  @Test
  void holdsUndeclaredColumnsAsText() throws IOException {
    String lines = "{\"a\": 1.10, \"n\": [1, {\"k\": null}]}\n{\"b\": true, \"a\": null}\n";
    assertThat(shown(query("SELECT a, b, n FROM data", columns(), Format.JSONL, lines)))
        .containsExactly(
            "data.jsonl:1 {\"a\": \"1.10\", \"b\": null, \"n\": \"[1, {\\\"k\\\": null}]\"}",
            "data.jsonl:2 {\"a\": null, \"b\": \"true\", \"n\": null}");
  }

  @Test
  void bringsJsonAndListsBackNested() throws IOException {
    String blocks =
        "[{\"t\": \"x\", \"q\": [\"a\", \"b\"], \"o\": {\"A\": \"yes\"}}, {\"t\": \"y\", \"q\": [\"c\"], \"o\": {}}]";
    assertThat(
            shown(
                query(
                    "SELECT row, t, unnest(q) AS q, generate_subscripts(q, 1) - 1 AS i, o, to_json(o) AS j FROM data",
                    columns("q", ColumnType.LIST_STRING, "o", ColumnType.MAP_STRING),
                    Format.JSON,
                    blocks)))
        .containsExactly(
            "data.json:1 {\"row\": 0, \"t\": \"x\", \"q\": \"a\", \"i\": 0, \"o\": {\"A\": \"yes\"}, \"j\": {\"A\": \"yes\"}}",
            "data.json:1 {\"row\": 0, \"t\": \"x\", \"q\": \"b\", \"i\": 1, \"o\": {\"A\": \"yes\"}, \"j\": {\"A\": \"yes\"}}",
            "data.json:1 {\"row\": 1, \"t\": \"y\", \"q\": \"c\", \"i\": 0, \"o\": {}, \"j\": {}}");
  }

  @Test
  void joinsFurtherTables() throws IOException {
    RowSource data = source("data.csv", Format.CSV, "id,q\n1,a\n2,b\n");
    RowSource gold = source("gold.csv", Format.CSV, "id,answer\n2,no\n1,yes\n");
    assertThat(
            shown(
                rows(
                    RowQuery.of(
                            "SELECT d.row, q, answer FROM data d JOIN gold USING (id) ORDER BY d.row",
                            columns(),
                            PLACE)
                        .run(data, Map.of("gold", gold)))))
        .containsExactly(
            "data.csv:2 {\"row\": 0, \"q\": \"a\", \"answer\": \"yes\"}",
            "data.csv:3 {\"row\": 1, \"q\": \"b\", \"answer\": \"no\"}");
  }

  @Test
  void readsAnEmptyTableAndAnEmptyResult() throws IOException {
    assertThat(
            query("SELECT count(*) AS n FROM data", columns(), Format.CSV, "a\n")
                .getFirst()
                .get("n"))
        .isEqualTo(new Value.Number("0"));
    assertThat(query("SELECT * FROM data WHERE a = 'none'", columns(), Format.CSV, "a\n1\n"))
        .isEmpty();
  }

  @Test
  void keepsTheOrderOfManyRows() throws IOException {
    StringBuilder cells = new StringBuilder("i\n");
    for (int i = 0; i < 50_000; i++) {
      cells.append(i).append('\n');
    }
    List<Row> rows =
        query("SELECT i FROM data WHERE true", columns(), Format.CSV, cells.toString());
    assertThat(rows).hasSize(50_000);
    assertThat(rows).allMatch(row -> row.get("i").asText().equals(Long.toString(row.number())));
  }

  @Test
  void aSeededDrawIsTheSameEachTime() throws IOException {
    String sql = "SELECT row FROM data WHERE true ORDER BY random()";
    String cells = "a\n1\n2\n3\n4\n5\n6\n7\n8\n";
    assertThat(shown(query(sql, columns(), Format.CSV, cells)))
        .isEqualTo(shown(query(sql, columns(), Format.CSV, cells)));
  }

  @Test
  void saysWhatIsWrongAndWhichColumnsThereAre() throws IOException {
    assertThat(refusal("SELECT nocol\nFROM data"))
        .isEqualTo(
            "benchmark.yaml:7 [rows]: the query cannot be run: Referenced column \"nocol\" not found"
                + " in FROM clause!, at line 1, column 8: \"nocol\"\n"
                + "  expected: these columns: data (row, a, b)");
    assertThat(refusal("SELECT 'é',\n a FRO data"))
        .startsWith(
            "benchmark.yaml:7 [rows]: the query cannot be run: syntax error at or near \"data\"")
        .contains("line 2, column 8: \"data\"");
    assertThat(refusal("SELECT CAST(b AS INTEGER) AS n FROM data"))
        .contains("Could not convert string 'x' to INT32")
        .contains("line 1, column 8: \"CAST(b AS INTEGER) AS n …\"");
    assertThat(refusal("SELECT a, b AS A FROM data")).contains("its result has two columns 'A'");
    assertThat(refusal("SELECT * FROM nodata")).contains("Table with name nodata does not exist!");
    assertThatThrownBy(() -> query("SELECT A FROM data", columns(), Format.CSV, "a,A\n1,2\n"))
        .hasMessage(
            "data.csv:2 [A]: columns 'a' and 'A' are one to SQL\n"
                + "  expected: names that differ in more than upper and lower case\n"
                + "  remedy: rename one of them");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_blob('/etc/passwd')",
        "SELECT * FROM read_json('/etc/passwd')",
        "SELECT * FROM read_parquet('/etc/passwd')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM '/etc/passwd'",
        "FROM '/etc/passwd.csv'",
        "SELECT * FROM data, read_csv('/etc/passwd')",
        "SELECT (SELECT content FROM read_text('/etc/passwd')) FROM data",
        "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT * FROM query('SELECT now()')",
        "SELECT * FROM query_table('data')",
        "SELECT * FROM duckdb_settings()",
        "SELECT * FROM pragma_database_size()",
        "COPY data TO '/tmp/assay-evil.csv'",
        "COPY (SELECT 1) TO '/tmp/assay-evil.csv'",
        "ATTACH '/tmp/assay-evil.db' AS evil",
        "INSTALL httpfs",
        "LOAD httpfs",
        "PRAGMA database_list",
        "SET threads = 4",
        "RESET memory_limit",
        "CALL pragma_version()",
        "EXPORT DATABASE '/tmp/assay-evil'",
        "CREATE TABLE evil (a INTEGER)",
        "DROP TABLE data",
        "DELETE FROM data",
        "INSERT INTO data VALUES (1)",
        "WITH gone AS (DELETE FROM data RETURNING *) SELECT * FROM gone",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP TABLE data",
        "",
        ";",
        "-- nothing",
        "SELECT getenv('HOME')",
        "SELECT current_setting('temp_directory')",
        "SELECT now()",
        "SELECT current_timestamp",
        "SELECT today() AS d FROM data",
        "SELECT uuid()",
        "SELECT * FROM data USING SAMPLE 1",
        "SELECT * FROM data TABLESAMPLE 10%",
        "SELECT ? FROM data",
        "SELECT $1 FROM data",
        "EXPLAIN SELECT 1",
        "SELECT write_log('x')",
        "SELECT '",
        "SELECT \u0000",
        "VALUES (now())"
      })
  void refusesAHostileQuery(String sql) throws IOException {
    assertThat(refusal(sql)).startsWith("benchmark.yaml:7 [rows]: the query cannot be run: ");
    assertThat(Path.of("/tmp/assay-evil.csv")).doesNotExist();
  }

  @Test
  void allowsWhatQueriesNeed() throws IOException {
    for (String sql :
        List.of(
            "SELECT * FROM data UNION ALL SELECT * FROM data",
            "WITH x AS (SELECT a FROM data) SELECT * FROM x",
            "WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < 3) FROM t",
            "SELECT * FROM range(3) t(i)",
            "SELECT i, a FROM data, unnest([1, 2]) AS u(i)",
            "SELECT * FROM data USING SAMPLE reservoir(1 ROWS) REPEATABLE (4)",
            "FROM data SELECT a",
            "VALUES (1), (2)",
            "SELECT a, count(*) AS n FROM data GROUP BY a QUALIFY row_number() OVER () = 1",
            "SELECT a FROM data -- all of them",
            "SELECT json_extract_string('{\"k\": 1}', '$.k') AS k, regexp_extract(b, 'x') AS r FROM data")) {
      assertThat(query(sql, columns(), Format.CSV, "a,b\n1,x\n")).as(sql).isNotEmpty();
    }
  }

  @Test
  void stopsAQueryThatDoesNotEnd() throws IOException {
    System.setProperty("assay.duckdb.seconds", "1");
    try {
      assertThat(
              refusal(
                  "WITH RECURSIVE t AS (SELECT 1 AS x UNION ALL SELECT 1 FROM t) SELECT count(*) FROM t"))
          .contains("it ran longer than 1 s (assay.duckdb.seconds)");
    } finally {
      System.clearProperty("assay.duckdb.seconds");
    }
  }

  @Test
  void keepsPicturesThatAreDeclared() {
    Value.Fields image =
        new Value.Fields(
            new LinkedHashMap<>(
                Map.of(
                    "bytes", new Value.Bytes(new byte[] {1, 2}), "path", new Value.Text("a.png"))));
    List<Row> data = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      SequencedMap<String, Value> values = new LinkedHashMap<>();
      values.put("image", i == 2 ? new Value.Bytes(new byte[] {3}) : image);
      values.put("images", new Value.Items(List.of(image, new Value.Text("b.png"))));
      data.add(new Row("p.parquet", i, null, new Value.Fields(values)));
    }
    SequencedMap<String, ColumnType> declared =
        columns("image", ColumnType.IMAGE, "images", ColumnType.LIST_IMAGE);
    List<Row> rows =
        rows(RowQuery.of("SELECT * FROM data WHERE row > 0", declared, PLACE).run(listed(data)));
    assertThat(shown(rows))
        .containsExactly(
            "p.parquet:2 {\"row\": 1, \"image\": {\"bytes\": \"<2 bytes>\", \"path\": \"a.png\"},"
                + " \"images\": [{\"bytes\": \"<2 bytes>\", \"path\": \"a.png\"}, {\"bytes\": null,"
                + " \"path\": \"b.png\"}]}",
            "p.parquet:3 {\"row\": 2, \"image\": {\"bytes\": \"<1 bytes>\", \"path\": null},"
                + " \"images\": [{\"bytes\": \"<2 bytes>\", \"path\": \"a.png\"}, {\"bytes\": null,"
                + " \"path\": \"b.png\"}]}");
    assertThatThrownBy(
            () -> RowQuery.of("SELECT 1 AS a FROM data", columns(), PLACE).run(listed(data)))
        .hasMessageStartingWith(
            "p.parquet:1 [image]: the column holds bytes, and has no declared type");
  }

  private static RowSource listed(List<Row> rows) {
    var iterator = rows.iterator();
    return new RowSource() {
      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public Row next() {
        return iterator.next();
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void leavesNoTemporaryFolderBehind() throws IOException {
    long before = temporaryFolders();
    query("SELECT count(*) AS n FROM data", columns(), Format.CSV, "a\n1\n");
    refusal("SELECT nocol FROM data");
    assertThat(temporaryFolders()).isEqualTo(before);
    assertThat(Literals.isDecimal("1")).isTrue();
  }

  private static long temporaryFolders() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(f -> f.getFileName().toString().startsWith("assay-duckdb-")).count();
    }
  }
}

package assay.datasets.table;

import assay.core.Location;
import assay.core.data.RowSource;
import assay.datasets.format.ColumnType;
import assay.datasets.format.Format;
import assay.datasets.format.RowSourceContract;
import assay.datasets.format.RowSources;
import assay.datasets.format.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What queries give keeps the contract of sources of rows. */
class RowQueryContractTest {

  @TempDir Path folder;

  private RowSource run(@Nullable String sql, int rows) throws IOException {
    StringBuilder content = new StringBuilder("id,text\n");
    for (int i = 0; i < rows; i++) {
      content.append('r').append(i).append(",x\n");
    }
    Path file = Files.writeString(folder.resolve("a.csv"), content);
    SequencedMap<String, ColumnType> columns = new LinkedHashMap<>();
    columns.put("id", ColumnType.STRING);
    columns.put("text", ColumnType.STRING);
    return RowQuery.of(sql, columns, new Location("benchmark.yaml", null, "rows"))
        .run(RowSources.open(new TableFile(file, "a.csv", Format.CSV, null, null)));
  }

  @Nested
  class All extends RowSourceContract {
    @Override
    protected RowSource open(int rows) throws IOException {
      return run(null, rows);
    }
  }

  @Nested
  class Select extends RowSourceContract {
    @Override
    protected RowSource open(int rows) throws IOException {
      return run("SELECT row, id FROM data WHERE text = 'x'", rows);
    }
  }

  @Nested
  class Uncounted extends RowSourceContract {
    @Override
    protected RowSource open(int rows) throws IOException {
      return run("SELECT id FROM data WHERE text = 'x'", rows);
    }
  }
}

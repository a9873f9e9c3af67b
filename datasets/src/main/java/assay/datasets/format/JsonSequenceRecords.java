package assay.datasets.format;

import assay.core.Problem;
import assay.core.ProblemReport;
import assay.core.data.Row;
import assay.core.data.Value;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON objects one behind the other, each over several lines. */
final class JsonSequenceRecords implements RecordReader {

  private final String file;
  private final DecodedText text;
  private final InputLimits limits;
  private final JsonParser parser;
  private long number;
  private boolean ended;

  JsonSequenceRecords(String file, DecodedText text, InputLimits limits) throws IOException {
    this.file = file;
    this.text = text;
    this.limits = limits;
    parser = JsonSyntax.factory(limits).createParser(text);
  }

  @Override
  public @Nullable Row read(ProblemReport problems) throws IOException {
    try {
      while (!ended) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          ended = true;
          return null;
        }
        long line = parser.currentTokenLocation().getLineNr();
        long before = problems.count();
        long at = number++;
        Value value = JsonRecordBuilder.build(parser, file, limits, 0, problems);
        if (!(value instanceof Value.Fields fields)) {
          problems.add(
              Problem.of("the record is " + JsonDocumentRecords.name(token))
                  .at(file, line, null)
                  .expected("an object"));
        } else if (problems.count() == before) {
          return new Row(file, at, line, fields);
        }
      }
    } catch (JsonProcessingException e) {
      ended = true;
      problems.add(JsonSyntax.problem(e, parser, file, 0));
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    parser.close();
    text.close();
  }
}

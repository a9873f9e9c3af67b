package assay.imaging.provenance;

import assay.imaging.header.ImageHeader;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * How a prepared image came from the publisher's bytes.
 *
 * @param sourceSha256 SHA-256 of the publisher's bytes
 * @param sourceBytes their number
 * @param source what they say of themselves
 * @param steps what was done, in order
 */
public record Provenance(
    String sourceSha256, long sourceBytes, ImageHeader source, List<Step> steps) {

  private static final JsonFactory JSON = new JsonFactory();

  public Provenance {
    steps = List.copyOf(steps);
  }

  /**
   * The record as JSON of one line: {@code {"source": {…}, "steps": [{"step": "frame", …}, …]}}.
   * The same record gives the same text.
   */
  public String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeObjectFieldStart("source");
      json.writeStringField("sha256", sourceSha256);
      json.writeNumberField("bytes", sourceBytes);
      json.writeStringField("format", source.format().id());
      json.writeNumberField("width", source.width());
      json.writeNumberField("height", source.height());
      json.writeNumberField("frames", source.frames());
      json.writeNumberField("bits", source.bits());
      json.writeStringField("colour", source.colour().id());
      json.writeBooleanField("alpha", source.alpha());
      json.writeEndObject();
      json.writeArrayFieldStart("steps");
      for (Step step : steps) {
        json.writeStartObject();
        json.writeStringField("step", step.id());
        parameters(step, json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return text.toString();
  }

  private static void parameters(Step step, JsonGenerator json) throws IOException {
    switch (step) {
      case Step.PassedThrough passed -> {}
      case Step.ProfileIgnored ignored -> {}
      case Step.FrameChosen(int chosen, int of) -> {
        json.writeNumberField("chosen", chosen);
        json.writeNumberField("of", of);
      }
      case Step.BytesIgnored(long count) -> json.writeNumberField("count", count);
      case Step.LeftToReader(String what, String value) -> {
        json.writeStringField("what", what);
        json.writeStringField("value", value);
      }
      case Step.ColourConverted(String from, String to, String how) -> {
        json.writeStringField("from", from);
        json.writeStringField("to", to);
        json.writeStringField("how", how);
      }
      case Step.DepthReduced(int bits, String rule, int low, int high) -> {
        json.writeNumberField("bits", bits);
        json.writeStringField("rule", rule);
        json.writeNumberField("low", low);
        json.writeNumberField("high", high);
      }
      case Step.Composited(String ground) -> json.writeStringField("ground", ground);
      case Step.Oriented(int orientation) -> json.writeNumberField("orientation", orientation);
      case Step.Resized resized -> {
        json.writeNumberField("from-width", resized.fromWidth());
        json.writeNumberField("from-height", resized.fromHeight());
        json.writeNumberField("to-width", resized.toWidth());
        json.writeNumberField("to-height", resized.toHeight());
        json.writeStringField("filter", resized.filter());
      }
      case Step.Encoded(String format) -> json.writeStringField("format", format);
    }
  }
}

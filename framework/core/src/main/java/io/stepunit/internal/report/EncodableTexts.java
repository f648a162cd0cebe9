package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepunit.internal.json.SentJson;
import io.stepunit.internal.text.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Writes JSON that all can read: of half of a surrogate pair, whose escape JSON allows, some
 * readers make an error, others a question mark.
 */
final class EncodableTexts extends JsonGeneratorDelegate {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  EncodableTexts(JsonGenerator json) {
    // What is made of several calls, such as a tree, goes through the methods below.
    super(json, false);
  }

  /** The JSON of a value, which all can read, too. */
  static String json(JsonNode value) {
    String text = SentJson.text(value);
    if (Printable.encodable(text).equals(text)) {
      return text;
    }
    StringWriter encodable = new StringWriter();
    try (JsonGenerator json = new EncodableTexts(MAPPER.createGenerator(encodable))) {
      json.writeTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return encodable.toString();
  }

  @Override
  public void writeFieldName(String name) throws IOException {
    super.writeFieldName(Printable.encodable(name));
  }

  @Override
  public void writeString(String text) throws IOException {
    super.writeString(Printable.encodable(text));
  }
}

package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import io.stepunit.internal.text.Printable;
import java.io.IOException;

/**
 * Writes JSON that all can read: of half of a surrogate pair, whose escape JSON allows, some
 * readers make an error, others a question mark.
 */
final class EncodableTexts extends JsonGeneratorDelegate {
  EncodableTexts(JsonGenerator json) {
    // What is made of several calls, such as a tree, goes through the methods below.
    super(json, false);
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

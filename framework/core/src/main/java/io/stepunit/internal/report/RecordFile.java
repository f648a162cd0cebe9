package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** The file that one JVM appends its records to, a line of JSON each. */
final class RecordFile implements Closeable {
  private final OutputStream file;
  private final ObjectMapper mapper = new ObjectMapper();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  RecordFile(OutputStream file) {
    this.file = file;
  }

  /**
   * Adds a record, which is in the file after the next {@link #flush}.
   *
   * @param kind its first member
   */
  void add(String kind, RecordLine line) throws IOException {
    try (JsonGenerator json = generator()) {
      json.writeStartObject();
      json.writeStringField("kind", kind);
      line.writeTo(json);
      json.writeEndObject();
    }
    pending.write('\n');
  }

  /** Adds a record that is there as a tree, its kind first. */
  void add(ObjectNode record) throws IOException {
    try (JsonGenerator json = generator()) {
      json.writeTree(record);
    }
    pending.write('\n');
  }

  private JsonGenerator generator() throws IOException {
    return new EncodableTexts(mapper.getFactory().createGenerator(pending, JsonEncoding.UTF8))
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /** Hands what was added to the operating system, in one piece. */
  void flush() throws IOException {
    pending.writeTo(file);
    pending.reset();
    file.flush();
  }

  /** Forgets what was added since the last {@link #flush}. */
  void discard() {
    pending.reset();
  }

  @Override
  public void close() throws IOException {
    flush();
    file.close();
  }
}

package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** The file that one JVM appends its records to, a line of JSON each. */
final class RecordFile implements Closeable {
  private final OutputStream file;
  private final ObjectMapper mapper =
      new ObjectMapper().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private JsonGenerator json;

  RecordFile(OutputStream file) throws IOException {
    this.file = file;
    this.json = generator();
  }

  /**
   * Adds a record, which is in the file after the next {@link #flush}.
   *
   * @param kind its first member
   */
  void add(String kind, RecordLine line) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", kind);
    line.writeTo(json);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Adds a record that is there as a tree, its kind first. */
  void add(ObjectNode record) throws IOException {
    json.writeTree(record);
    json.writeRaw('\n');
  }

  /** One for all records: its buffers cost more than most of them. */
  private JsonGenerator generator() throws IOException {
    return new EncodableTexts(
        mapper
            .getFactory()
            .createGenerator(pending, JsonEncoding.UTF8)
            .setRootValueSeparator(null));
  }

  /** Hands what was added to the operating system, in one piece. */
  void flush() throws IOException {
    json.flush();
    pending.writeTo(file);
    pending.reset();
    file.flush();
  }

  /** Forgets what was added since the last {@link #flush}, also a record that is not whole. */
  void discard() throws IOException {
    json = generator();
    pending.reset();
  }

  @Override
  public void close() throws IOException {
    flush();
    file.close();
  }
}

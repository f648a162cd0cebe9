package io.stepunit.internal.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** One file of results as it grows; kept compressed, as there may be a hundred thousand. */
final class ResultFile {
  private final boolean lines;
  private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
  private OutputStream out;
  private long size;

  /**
   * @param lines whether there is a value a line, and not one array
   */
  ResultFile(boolean lines) {
    this.lines = lines;
    this.out = zipped(compressed);
  }

  private static OutputStream zipped(OutputStream to) {
    try {
      return new GZIPOutputStream(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(JsonNode value) {
    if (!lines) {
      write(size == 0 ? "[" : ",");
    }
    write(Json.text(value));
    if (lines) {
      write("\n");
    }
  }

  boolean hasLines() {
    return lines;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** How many bytes the file has, its end included. */
  long size() {
    return size + end().length;
  }

  /** The file as it stands, compressed. More can be added: a redriven Map Run goes on with it. */
  byte[] compressed() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try {
      out.close();
      compressed.writeTo(whole);
      try (OutputStream last = zipped(whole)) {
        last.write(end());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out = zipped(compressed);
    return whole.toByteArray();
  }

  private byte[] end() {
    return (lines ? "" : "]").getBytes(StandardCharsets.UTF_8);
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    size += bytes.length;
  }
}

package io.stepunit.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.json.Json;
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
  private final OutputStream out;
  private long size;

  /**
   * @param lines whether there is a value a line, and not one array
   */
  ResultFile(boolean lines) {
    this.lines = lines;
    try {
      this.out = new GZIPOutputStream(compressed);
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

  boolean isEmpty() {
    return size == 0;
  }

  /** How many bytes the file has. */
  long size() {
    return size;
  }

  /** Ends the file and gives it compressed. */
  byte[] finish() {
    if (!lines) {
      write("]");
    }
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
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

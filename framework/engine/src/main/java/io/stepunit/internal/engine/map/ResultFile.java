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
  private final OutputStream out;
  private boolean isEmpty = true;
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
      write(isEmpty ? "[" : ",");
    }
    isEmpty = false;
    write(Json.text(value));
    if (lines) {
      write("\n");
    }
  }

  /** The whole file, compressed; nothing can be added any more. */
  byte[] complete() {
    if (!lines) {
      write(isEmpty ? "[]" : "]");
    }
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  /** How many bytes the file has, not compressed. */
  long size() {
    return size;
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

package io.stepunit.internal.report.data;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The place of a line in a file of records.
 *
 * @param offset in bytes
 * @param length in bytes, without the line's end
 */
public record RecordLine(Path file, long offset, int length) {
  /** The line, read from the file. */
  String text() {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      byte[] line = new byte[length];
      bytes.seek(offset);
      bytes.readFully(line);
      return new String(line, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The record at byte " + offset + " of " + file + " can no longer be read.", e);
    }
  }
}

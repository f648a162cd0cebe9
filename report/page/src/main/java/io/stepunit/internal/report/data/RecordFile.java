package io.stepunit.internal.report.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the lines of one file of records. */
final class RecordFile {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Lines lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long lineStart;

  private RecordFile(Path file, Lines lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Takes one line after the other. */
  interface Lines {
    /**
     * A line that is not empty.
     *
     * @param bytes its text in UTF-8, without its end
     * @param ended whether it has an end: the last one of a JVM that was killed may have none
     */
    void line(RecordLine line, byte[] bytes, boolean ended);
  }

  static void read(Path file, Lines lines) {
    try (InputStream bytes = Files.newInputStream(file)) {
      new RecordFile(file, lines).read(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The records in " + file + " cannot be read.", e);
    }
  }

  private void read(InputStream bytes) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      int start = 0;
      for (int i = 0; i < read; i++) {
        if (buffer[i] == 0) {
          // Zeros follow what was written, as long as the file is not closed.
          line.write(buffer, start, i - start);
          tell(false);
          return;
        }
        if (buffer[i] == '\n') {
          line.write(buffer, start, i - start);
          tell(true);
          start = i + 1;
        }
      }
      line.write(buffer, start, read - start);
    }
    tell(false);
  }

  private void tell(boolean ended) {
    int length = line.size();
    if (length > 0) {
      lines.line(new RecordLine(file, lineStart, length), line.toByteArray(), ended);
    }
    lineStart += length + 1L;
    line.reset();
  }
}

package io.stepunit.engine.map;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows of comma-separated values as RFC 4180 has them; any character may separate. */
final class CsvReader implements Closeable {
  private static final int END = -1;
  private static final char QUOTE = '"';

  private final Reader reader;
  private final char delimiter;
  private final StringBuilder cell = new StringBuilder();
  private int ahead;
  private int line = 1;

  CsvReader(Reader reader, char delimiter) throws IOException {
    this.reader = reader;
    this.delimiter = delimiter;
    this.ahead = reader.read();
  }

  /**
   * The next row, null after the last. Lines with nothing in them are no rows.
   *
   * @throws ItemReaderException if a quote is never closed
   */
  @Nullable List<String> next() throws IOException {
    while (ahead == '\n' || ahead == '\r') {
      endLine();
    }
    if (ahead == END) {
      return null;
    }
    List<String> row = new ArrayList<>();
    row.add(cell());
    while (ahead == delimiter) {
      advance();
      row.add(cell());
    }
    endLine();
    return row;
  }

  private void endLine() throws IOException {
    if (ahead == '\r') {
      advance();
    }
    if (ahead == '\n') {
      advance();
    }
    line++;
  }

  private String cell() throws IOException {
    cell.setLength(0);
    if (ahead == QUOTE) {
      quoted();
    }
    while (ahead != END && ahead != delimiter && ahead != '\n' && ahead != '\r') {
      cell.append((char) ahead);
      advance();
    }
    return cell.toString();
  }

  private void quoted() throws IOException {
    int opened = line;
    advance();
    while (true) {
      if (ahead == END) {
        throw ItemReaderException.of(
            "The CSV has a quote in line " + opened + " that is never closed.");
      }
      if (ahead == QUOTE) {
        advance();
        if (ahead != QUOTE) {
          return;
        }
      }
      line += ahead == '\n' ? 1 : 0;
      cell.append((char) ahead);
      advance();
    }
  }

  private void advance() throws IOException {
    ahead = reader.read();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

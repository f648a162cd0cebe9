package io.stepunit.internal.engine.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.stepunit.bucket.StoredObject;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an object with comma-separated values, as objects with texts. As recorded, a short
 * row has empty texts where it ends, and a long row loses what is too much.
 */
final class CsvItems implements Items {
  private final String source;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> rows;
  private final List<Column> columns;

  /** One column, with its place in a row. */
  private record Column(String name, int index) {}

  /**
   * @param given the names of the columns; empty where the first row has them
   */
  CsvItems(StoredObject object, char delimiter, Optional<List<String>> given) {
    this.source = Sources.of(object);
    this.reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(open(object));
    this.rows = reader.iterator();
    this.columns = columns(checked(object, given.orElseGet(this::row)));
  }

  private static Reader open(StoredObject object) {
    try {
      return ObjectStream.text(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next row, empty after the last: lines with nothing in them are no rows. */
  private List<String> row() {
    try {
      return rows.hasNext() ? rows.next().getFields() : List.of();
    } catch (CsvParseException e) {
      throw ItemReaderException.of("The CSV cannot be read: " + e.getMessage());
    }
  }

  private static List<String> checked(StoredObject object, List<String> headers) {
    if (headers.isEmpty()) {
      throw ItemReaderException.of("CSV headers cannot be empty: " + object.uri() + " has none.");
    }
    if (new HashSet<>(headers).size() < headers.size()) {
      throw ItemReaderException.of("CSV headers cannot contain duplicates.");
    }
    return List.copyOf(headers);
  }

  /** The columns in the order in which items show them: that of a HashMap of their names. */
  private static List<Column> columns(List<String> headers) {
    Map<String, Integer> byName = new HashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      byName.put(headers.get(i), i);
    }
    return byName.entrySet().stream()
        .map(entry -> new Column(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public @Nullable ReadItem next() {
    List<String> row = row();
    if (row.isEmpty()) {
      return null;
    }
    ObjectNode item = Json.NODES.objectNode();
    for (Column column : columns) {
      item.put(column.name(), column.index() < row.size() ? row.get(column.index()) : "");
    }
    return new ReadItem(null, item, source);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

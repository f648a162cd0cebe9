package io.stepunit.internal.table;

import io.stepunit.internal.table.value.TableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of one environment. */
final class Tables {
  private static final String IN_ARN = ":table/";

  private final Map<String, MemoryTable> tables = new LinkedHashMap<>();

  Optional<MemoryTable> handle(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  MemoryTable add(MemoryTable table) {
    tables.put(table.name(), table);
    return table;
  }

  List<MemoryTable> all() {
    return new ArrayList<>(tables.values());
  }

  /** A table whose key is named. */
  Optional<StoredTable> find(String nameOrArn) {
    return Optional.ofNullable(tables.get(nameOf(nameOrArn)))
        .map(MemoryTable::stored)
        .filter(StoredTable::isThere);
  }

  /** The name of a table in a request, which may give its ARN. */
  static String nameOf(String nameOrArn) {
    int start = nameOrArn.indexOf(IN_ARN);
    return start < 0 ? nameOrArn : nameOrArn.substring(start + IN_ARN.length());
  }

  /**
   * A table that a request names.
   *
   * @throws TableException {@code ResourceNotFoundException} if there is none
   */
  StoredTable require(String nameOrArn) {
    return find(nameOrArn)
        .orElseThrow(
            () ->
                new TableException(
                    "ResourceNotFoundException", "Requested resource not found"));
  }
}

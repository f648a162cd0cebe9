package io.stepunit.internal.table;

import io.stepunit.internal.table.value.TableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tables of one environment. */
final class Tables {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+");
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

  /** A table whose key the test has named. */
  Optional<StoredTable> find(String nameOrArn) {
    return Optional.ofNullable(tables.get(nameOf(nameOrArn)))
        .map(MemoryTable::stored)
        .filter(StoredTable::isDeclared);
  }

  /** The virtual time that a call takes which is about these tables: that of the slowest. */
  Duration time(List<String> names) {
    return names.stream()
        .flatMap(name -> find(name).stream())
        .map(StoredTable::time)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /**
   * Whether a request that names a table can be answered: by the table, or, where there are tables
   * at all, by a refusal of a name that none can have.
   */
  boolean isAnswerable(String name) {
    return find(name).isPresent() || !isName(name) && !tables.isEmpty();
  }

  private static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The name of a table in a request, which may give its ARN. */
  static String nameOf(String nameOrArn) {
    int start = nameOrArn.indexOf(IN_ARN);
    return start < 0 ? nameOrArn : nameOrArn.substring(start + IN_ARN.length());
  }

  /**
   * A table that a request names.
   *
   * @throws TableException {@code ResourceNotFoundException} if there is none, {@code
   *     ValidationException} if none can be called so
   */
  StoredTable require(String nameOrArn) {
    if (find(nameOrArn).isEmpty() && !isName(nameOf(nameOrArn))) {
      throw TableException.invalid(
          "1 validation error detected: Value '%s' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
              .formatted(nameOrArn, NAME));
    }
    return find(nameOrArn)
        .filter(table -> !table.isDropped())
        .orElseThrow(
            () -> new TableException("ResourceNotFoundException", "Requested resource not found"));
  }
}

package io.stepunit.internal.explore;

import io.stepunit.internal.expression.DataPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields on the way to a value, wherever the data that has them comes from.
 *
 * @param names the fields' names, outermost first
 * @param lists for each name, whether its value is an array; the first is that of the root
 */
record DataNames(List<String> names, List<Boolean> lists) {
  /** The data itself. */
  static final DataNames WHOLE = new DataNames(List.of(), List.of(false));

  /** Where the context object holds data of the execution. */
  private static final List<List<String>> DATA_IN_CONTEXT =
      List.of(List.of("Execution", "Input"), List.of("Map", "Item", "Value"));

  /** The way that a path goes through a state's data; empty if it leads elsewhere. */
  static Optional<DataNames> of(DataPath path) {
    DataNames whole = walk(path);
    return switch (path.source()) {
      case INPUT, RESULT -> Optional.of(whole);
      // A variable alone counts as a field of its name, whose source may be known.
      case VARIABLE -> Optional.of(whole.names.size() > 1 ? whole.from(1) : whole);
      case CONTEXT ->
          DATA_IN_CONTEXT.stream()
              .filter(whole::startsWith)
              .findFirst()
              .map(prefix -> whole.from(prefix.size()));
      case ERROR_OUTPUT -> Optional.empty();
    };
  }

  /** The way to a part of a variable, as if that were a field of the data; else empty. */
  static Optional<DataNames> inVariable(DataPath path) {
    return path.source() == DataPath.Source.VARIABLE && path.steps().size() > 1
        ? Optional.of(walk(path))
        : Optional.empty();
  }

  private static DataNames walk(DataPath path) {
    List<String> names = new ArrayList<>();
    List<Boolean> lists = new ArrayList<>(List.of(false));
    for (DataPath.Step step : path.steps()) {
      Optional<String> name = step.name();
      if (name.isPresent()) {
        names.add(name.get());
        lists.add(false);
      } else {
        lists.set(lists.size() - 1, true);
      }
    }
    return new DataNames(names, lists);
  }

  private boolean startsWith(List<String> prefix) {
    return names.size() >= prefix.size() && names.subList(0, prefix.size()).equals(prefix);
  }

  /** The way to a field of the value. */
  DataNames child(String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    List<Boolean> more = new ArrayList<>(lists);
    more.add(false);
    return new DataNames(longer, more);
  }

  /** The way from its n-th name on: results are found at any depth. */
  DataNames from(int name) {
    return new DataNames(names.subList(name, names.size()), lists.subList(name, lists.size()));
  }
}

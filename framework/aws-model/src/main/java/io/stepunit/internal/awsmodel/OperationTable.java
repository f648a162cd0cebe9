package io.stepunit.internal.awsmodel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The operations of one service with their members named in one way, each parsed once. */
final class OperationTable {
  private final ShapeTable shapes;
  private final Map<String, Operation> parsed = new ConcurrentHashMap<>();

  OperationTable(ShapeTable shapes) {
    this.shapes = shapes;
  }

  /**
   * An operation.
   *
   * @param line name, input, output and errors, as the generator describes
   */
  Operation of(String line) {
    return parsed.computeIfAbsent(line, this::parse);
  }

  private Operation parse(String line) {
    List<String> parts = List.of(line.split(" "));
    return new Operation(
        parts.get(0),
        shapes.structure(parts.get(1)),
        shapes.structure(parts.get(2)),
        parts.subList(3, parts.size()));
  }
}

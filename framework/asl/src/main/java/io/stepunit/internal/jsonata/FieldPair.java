package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A field on the left of an operator, and a field or a number on its right. */
final class FieldPair {
  /** The operator, and a field with its levels. */
  static final int LEVELS = 1 + PathCode.Field.LEVELS;

  final int nodes;
  private final String left;
  private final String right;
  private final @Nullable JsonNode number;

  private FieldPair(String left, String right, @Nullable JsonNode number, int nodes) {
    this.left = left;
    this.right = right;
    this.number = number;
    this.nodes = nodes;
  }

  static @Nullable FieldPair of(Code left, Code right) {
    if (!(left instanceof PathCode.Field field)) {
      return null;
    }
    if (right instanceof PathCode.Field other) {
      return new FieldPair(field.name, other.name, null, LEVELS + PathCode.Field.LEVELS);
    }
    return right instanceof Leaves.Literal literal && literal.literal.isNumber()
        ? new FieldPair(field.name, "", literal.literal, LEVELS + 1)
        : null;
  }

  @Nullable JsonNode left(ObjectNode object) {
    return object.get(left);
  }

  @Nullable JsonNode right(ObjectNode object) {
    return number == null ? object.get(right) : number;
  }
}

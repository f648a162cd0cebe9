package io.stepunit.internal.expression.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.json.Json;
import java.util.Optional;

/**
 * A Reference Path: it names exactly one place of a document, so that a value can be put there.
 *
 * <pre>{@code
 * ReferencePath.compile("$.order.total").put(input, total);
 * }</pre>
 *
 * <p>See "Reference Paths" in the Amazon States Language specification.
 */
public final class ReferencePath {
  private final String text;
  private final PathSteps steps;

  private ReferencePath(String text, PathSteps steps) {
    this.text = text;
    this.steps = steps;
  }

  /**
   * Compiles a Reference Path, such as {@code $}, {@code $.a['b c'].d} or {@code $.items[0]}.
   *
   * @throws ExpressionSyntaxException if the text is no Reference Path: it must start with a single
   *     {@code $} and name one place by field names and array indices
   */
  public static ReferencePath compile(String text) {
    String trimmed = text.stripTrailing();
    PathSteps steps = steps(trimmed).orElseThrow(() -> notAReferencePath(text));
    if (steps.hasNegativeIndex()) {
      throw notAReferencePath(text);
    }
    return new ReferencePath(trimmed, steps);
  }

  private static Optional<PathSteps> steps(String text) {
    try {
      return PathParser.parse(text);
    } catch (PathTextException e) {
      throw new ExpressionSyntaxException("Value is not a Reference Path", e.problem());
    }
  }

  private static ExpressionSyntaxException notAReferencePath(String text) {
    return new ExpressionSyntaxException(
        "Value is not a Reference Path",
        "found '%s'; write $ followed by field names and array indices, such as $.order.items[0]"
            .formatted(text));
  }

  /** The path as it was written. */
  public String text() {
    return text;
  }

  /** The place that the path names. */
  public DataPath data() {
    return DataPath.of(DataPath.Source.INPUT).with(steps.steps());
  }

  /**
   * A document like the given one with a value at this path. Missing fields on the way are created
   * as objects; the given document stays as it is and shares all its untouched parts.
   *
   * @throws EvaluationException {@code States.ReferencePathConflict} if the document has no such
   *     place: a step by name into what is no object, or an index that the array does not have
   */
  public JsonNode put(JsonNode document, JsonNode value) {
    return put(document, value, 0, document);
  }

  private JsonNode put(JsonNode node, JsonNode value, int step, JsonNode document) {
    if (step == steps.length()) {
      return value;
    }
    String name = steps.name(step);
    if (name != null && node instanceof ObjectNode object) {
      JsonNode child = object.get(name);
      JsonNode parent = child == null ? Json.NODES.objectNode() : child;
      ObjectNode copy = Json.objectNode(object.size() + 1);
      copy.setAll(object);
      return copy.set(name, put(parent, value, step + 1, document));
    }
    if (name == null && node instanceof ArrayNode array) {
      int index = steps.position(step, array.size());
      if (index < array.size()) {
        ArrayNode copy = Json.NODES.arrayNode(array.size());
        copy.addAll(array);
        copy.set(index, put(array.get(index), value, step + 1, document));
        return copy;
      }
    }
    throw new EvaluationException(
        EvaluationException.REFERENCE_PATH_CONFLICT,
        "Unable to apply ReferencePath " + text + " to input " + Json.text(document));
  }

  @Override
  public String toString() {
    return text;
  }
}

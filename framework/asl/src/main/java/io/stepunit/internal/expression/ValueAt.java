package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Looks up a path in one document, for assertions and answers. */
public final class ValueAt {
  private ValueAt() {}

  /**
   * The value at a path, empty where the document has none.
   *
   * @throws IllegalArgumentException if the text is no path into the document
   */
  public static Optional<JsonNode> path(JsonNode document, String path) {
    if (!path.equals("$") && !path.startsWith("$.") && !path.startsWith("$[")) {
      throw notAPath(path, "it must be $ or start with $. or $[");
    }
    try {
      return Optional.of(Expressions.path(path).evaluate(new Document(document)));
    } catch (ExpressionSyntaxException e) {
      throw notAPath(path, e.detail().isEmpty() ? e.problem() : e.detail());
    } catch (EvaluationException e) {
      return Optional.empty();
    }
  }

  private static IllegalArgumentException notAPath(String path, String problem) {
    return new IllegalArgumentException(
        "'" + path + "' is not a JSONPath into a document: " + problem);
  }

  private record Document(JsonNode input) implements Scope {
    @Override
    public JsonNode context() {
      return Json.NODES.objectNode();
    }

    @Override
    public @Nullable JsonNode variable(String name) {
      return null;
    }

    @Override
    public RandomGenerator random() {
      throw new IllegalStateException("A path has no randomness");
    }

    @Override
    public Instant now() {
      throw new IllegalStateException("A path has no time");
    }
  }
}

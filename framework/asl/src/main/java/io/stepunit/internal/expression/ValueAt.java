package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A path into one document, for assertions and answers. */
public final class ValueAt {
  private final Expr compiled;

  private ValueAt(Expr compiled) {
    this.compiled = compiled;
  }

  /**
   * The value at a path, empty where the document has none.
   *
   * @throws IllegalArgumentException if the text is no path into the document
   */
  public static Optional<JsonNode> path(JsonNode document, String path) {
    return compile(path).in(document);
  }

  /**
   * A path that is looked up again and again.
   *
   * @throws IllegalArgumentException if the text is no path into a document
   */
  public static ValueAt compile(String path) {
    if (!path.equals("$") && !path.startsWith("$.") && !path.startsWith("$[")) {
      throw notAPath(path, "it must be $ or start with $. or $[");
    }
    try {
      return new ValueAt(Expressions.path(path));
    } catch (ExpressionSyntaxException e) {
      throw notAPath(path, e.detail().isEmpty() ? e.problem() : e.detail());
    }
  }

  /** The value in a document, empty where it has none. */
  public Optional<JsonNode> in(JsonNode document) {
    try {
      return Optional.of(compiled.evaluate(new Document(document)));
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

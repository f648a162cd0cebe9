package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.json.Json;
import java.util.stream.Stream;

/** The source of a Map's items: {@code ItemsPath}, {@code Items} or its input. */
public sealed interface MapItems {
  /**
   * The items.
   *
   * @param scope sees the Map's input as {@code $}
   * @return an array, or an object where the Map takes one
   * @throws EvaluationException if it is neither
   */
  JsonNode evaluate(Scope scope);

  /** What the field reads of the data. */
  Stream<Read> reads();

  /**
   * {@code ItemsPath}.
   *
   * @param path the path's text
   * @param takesObject whether the fields of an object are items too, as in distributed mode
   */
  record AtPath(String path, Expr expr, boolean takesObject) implements MapItems {
    @Override
    public Stream<Read> reads() {
      return expr.reads(ValueKind.ARRAY);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
      JsonNode items = expr.evaluate(scope);
      if (!isCollection(items, takesObject)) {
        throw EvaluationException.runtime("Reference path \"" + shown() + "\" must point to array.")
            .withoutState();
      }
      return items;
    }

    /** AWS drops a {@code $} of a path into the context object. */
    private String shown() {
      return path.startsWith("$$") ? path.substring(1) : path;
    }
  }

  /** {@code Items}. */
  record Computed(Expr expr) implements MapItems {
    @Override
    public Stream<Read> reads() {
      return expr.reads(ValueKind.ARRAY);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
      return expr.evaluate(scope);
    }
  }

  /**
   * A JSONata Map without {@code Items}.
   *
   * @param takesObject whether the fields of an object are items too, as in distributed mode
   */
  record Input(boolean takesObject) implements MapItems {
    @Override
    public Stream<Read> reads() {
      return Expr.input().reads(ValueKind.ARRAY);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
      if (!isCollection(scope.input(), takesObject)) {
        throw EvaluationException.query(
            "Map state input must be an array but was: " + Json.text(scope.input()));
      }
      return scope.input();
    }
  }

  private static boolean isCollection(JsonNode items, boolean takesObject) {
    return items.isArray() || takesObject && items.isObject();
  }
}

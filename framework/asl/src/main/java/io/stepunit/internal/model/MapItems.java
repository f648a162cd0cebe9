package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.json.Json;
import java.util.stream.Stream;

/** What a Map goes over: {@code ItemsPath} or {@code Items}, or else its input. */
public sealed interface MapItems {
  /**
   * The items.
   *
   * @param scope sees the Map's input as {@code $}
   * @return an array, or in JSONata an object
   * @throws EvaluationException if it is neither
   */
  JsonNode evaluate(Scope scope);

  /** What the field reads of the data. */
  Stream<Read> reads();

  /**
   * {@code ItemsPath}.
   *
   * @param path the path's text
   */
  record AtPath(String path, Expr expr) implements MapItems {
    @Override
    public Stream<Read> reads() {
      return expr.reads(ValueKind.ARRAY);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
      JsonNode items = expr.evaluate(scope);
      if (!items.isArray()) {
        throw EvaluationException.runtime("Reference path \"" + path + "\" must point to array.");
      }
      return items;
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

  /** A JSONata Map without {@code Items}. */
  record Input() implements MapItems {
    @Override
    public Stream<Read> reads() {
      return Expr.input().reads(ValueKind.ARRAY);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
      if (!scope.input().isArray()) {
        throw EvaluationException.query(
            "Map state input must be an array but was: " + Json.text(scope.input()), "Items");
      }
      return scope.input();
    }
  }
}

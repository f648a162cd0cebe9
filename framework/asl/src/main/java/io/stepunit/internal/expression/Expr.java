package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A compiled expression of a definition: a path, a payload template, an intrinsic call or a
 * literal. It is made once at load, immutable, and shared by threads.
 */
public interface Expr {
  /**
   * The expression's value in a scope.
   *
   * @throws EvaluationException if AWS would fail the state here, with AWS's error name and text
   */
  JsonNode evaluate(Scope scope);

  /** The expression's value where another document is {@code $}. */
  default JsonNode evaluate(Scope scope, JsonNode input) {
    return evaluate(scope.withInput(input));
  }

  /**
   * What the expression reads of the data, worked out at each call.
   *
   * @param expected what the expression's own value has to be where it stands
   */
  Stream<Read> reads(ValueKind expected);

  /** Where the expression's value is in the data; empty if it is computed. */
  default Optional<DataPath> source() {
    return Optional.empty();
  }

  /**
   * What the data has to be like for the expression's value, or a part of it, to be something.
   *
   * @param inside the way from the expression's value to the part
   */
  default Wants wants(Scope scope, List<DataPath.Step> inside, Want.Value value) {
    return source()
        .map(path -> Wants.of(new Want(path.with(inside), value)))
        .orElse(Wants.IMPOSSIBLE);
  }

  /**
   * What the data has to be like for the expression not to fail, where it has all that it reads.
   */
  default Wants toSucceed(Scope scope) {
    return Wants.FULFILLED;
  }

  /** Whether nothing is computed: the value is the same in every scope. */
  default boolean isConstant() {
    return false;
  }

  /** The names of the workflow variables that the expression reads, without {@code $}. */
  default Set<String> variables() {
    return Set.of();
  }

  /**
   * What AWS accepts and what can only fail when it is evaluated: calls with literals that the
   * function does not take, and calls of functions that do not exist.
   */
  default List<String> warnings() {
    return List.of();
  }

  /** An expression that always has the same value. */
  static Expr constant(JsonNode value) {
    return new Constant(value);
  }

  /** The whole document that is {@code $}. */
  static Expr input() {
    return WholeInput.INSTANCE;
  }

  /** An expression that stands for no text of a definition, and reads what its body likes. */
  static Expr of(Function<Scope, JsonNode> body) {
    return new Computed(body);
  }
}

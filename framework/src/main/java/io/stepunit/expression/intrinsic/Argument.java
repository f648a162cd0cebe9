package io.stepunit.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.expression.Scope;
import io.stepunit.expression.path.Miss;
import io.stepunit.expression.path.Path;
import io.stepunit.json.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A compiled argument of a call, or the call itself. */
sealed interface Argument {
  JsonNode evaluate(Scope scope);

  /** The names of the workflow variables that the argument reads. */
  Set<String> variables();

  /** A number, a text, {@code true}, {@code false} or {@code null}. */
  record Literal(JsonNode value) implements Argument {
    @Override
    public Set<String> variables() {
      return Set.of();
    }

    @Override
    public JsonNode evaluate(Scope scope) {
      return value;
    }
  }

  /** A path, a context path or a variable. */
  record AtPath(Path path) implements Argument {
    @Override
    public Set<String> variables() {
      return path.variables();
    }

    @Override
    public JsonNode evaluate(Scope scope) {
      JsonNode value = path.find(scope);
      if (value == null) {
        throw missing(scope);
      }
      return value;
    }

    private CallFailure missing(Scope scope) {
      Miss miss = path.explain(scope);
      if (miss.kind() == Miss.Kind.NOT_AN_ARRAY) {
        return new CallFailure(miss.reason());
      }
      // Wherever the path starts, AWS shows the state's input here.
      return new CallFailure(
          "The JsonPath argument for the field '%s' could not be found in the input '%s'"
              .formatted(path.text(), Json.text(scope.input())));
    }
  }

  /** A call of a function. */
  record Call(IntrinsicFunction function, List<Argument> arguments) implements Argument {
    @Override
    public Set<String> variables() {
      return arguments.stream()
          .flatMap(argument -> argument.variables().stream())
          .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public JsonNode evaluate(Scope scope) {
      JsonNode[] values = new JsonNode[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).evaluate(scope);
      }
      return function.call(new Arguments(values, scope.random()));
    }
  }
}

package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.path.Miss;
import io.stepunit.internal.expression.path.Path;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A compiled argument of a call, or the call itself. */
sealed interface Argument {
  JsonNode evaluate(Scope scope);

  /** The names of the workflow variables that the argument reads. */
  Set<String> variables();

  /** What can be seen to fail before anything is evaluated. */
  default List<String> doubts() {
    return List.of();
  }

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
    public List<String> doubts() {
      List<String> doubts = new ArrayList<>();
      arguments.forEach(argument -> doubts.addAll(argument.doubts()));
      for (int i = 0; i < arguments.size(); i++) {
        if (arguments.get(i) instanceof Literal literal
            && !function.kind(i).accepts(literal.value())) {
          doubts.add(
              "argument %d of %s is %s, and has to be %s"
                  .formatted(
                      i + 1,
                      function.name(),
                      Json.text(literal.value()),
                      function.kind(i).words()));
        }
      }
      return doubts.isEmpty() ? doubtsOfValues() : doubts;
    }

    /** What becomes of the literals, with null for arguments that may be anything. */
    private List<String> doubtsOfValues() {
      JsonNode[] values = new JsonNode[arguments.size()];
      boolean literals = false;
      for (int i = 0; i < values.length; i++) {
        boolean literal = arguments.get(i) instanceof Literal;
        if (!literal && function.kind(i) != Kind.ANY) {
          return List.of();
        }
        values[i] = literal ? ((Literal) arguments.get(i)).value() : Json.NODES.nullNode();
        literals |= literal;
      }
      return literals ? tried(values) : List.of();
    }

    private List<String> tried(JsonNode[] values) {
      try {
        function.call(new Arguments(values, new Random(0)));
        return List.of();
      } catch (CallFailure e) {
        return List.of(e.problem());
      }
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

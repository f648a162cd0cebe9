package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.path.Miss;
import io.stepunit.internal.expression.path.Path;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A compiled argument of a call, or the call itself. */
sealed interface Argument {
  JsonNode evaluate(Scope scope);

  /** What the argument reads of the data, where it has to be of a kind. */
  Stream<Read> reads(ValueKind expected);

  /** The names of the workflow variables that the argument reads. */
  Set<String> variables();

  /** What can be seen to fail before anything is evaluated. */
  default List<String> warnings() {
    return List.of();
  }

  /** A number, a text, {@code true}, {@code false} or {@code null}. */
  record Literal(JsonNode value) implements Argument {
    @Override
    public Stream<Read> reads(ValueKind expected) {
      return Stream.empty();
    }

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
    public Stream<Read> reads(ValueKind expected) {
      return path.reads(expected);
    }

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
        return CallFailure.ofPath(miss.reason());
      }
      // Wherever the path starts, AWS shows the state's input here.
      return CallFailure.ofPath(
          "The JsonPath argument for the field '%s' could not be found in the input '%s'"
              .formatted(path.text(), Json.text(scope.input())));
    }
  }

  /** A call of a function. */
  record Call(IntrinsicFunction function, List<Argument> arguments) implements Argument {
    @Override
    public Stream<Read> reads(ValueKind expected) {
      return IntStream.range(0, arguments.size())
          .boxed()
          .flatMap(i -> arguments.get(i).reads(function.kind(i).valueKind()));
    }

    @Override
    public Set<String> variables() {
      return arguments.stream()
          .flatMap(argument -> argument.variables().stream())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public List<String> warnings() {
      List<String> warnings = new ArrayList<>();
      arguments.forEach(argument -> warnings.addAll(argument.warnings()));
      for (int i = 0; i < arguments.size(); i++) {
        if (arguments.get(i) instanceof Literal literal
            && !function.kind(i).accepts(literal.value())) {
          warnings.add(
              "argument %s of %s is %s, but must be %s"
                  .formatted(
                      i + 1,
                      function.name(),
                      Json.text(literal.value()),
                      function.kind(i).words()));
        }
      }
      return warnings.isEmpty() ? warningsOfValues() : warnings;
    }

    /** What becomes of the literals, with null for arguments that may be anything. */
    private List<String> warningsOfValues() {
      JsonNode[] values = new JsonNode[arguments.size()];
      boolean literals = false;
      for (int i = 0; i < values.length; i++) {
        boolean literal = arguments.get(i) instanceof Literal;
        if (!literal && !function.kind(i).acceptsAll()) {
          return List.of();
        }
        values[i] = literal ? ((Literal) arguments.get(i)).value() : Json.NODES.nullNode();
        literals |= literal;
      }
      return literals ? tried(values) : List.of();
    }

    private List<String> tried(JsonNode[] values) {
      try {
        function.call(new CallArguments(values, new Random(0)));
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
      return function.call(new CallArguments(values, scope.random()));
    }
  }
}

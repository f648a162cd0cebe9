package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.target.JavaText;
import io.stepunit.mock.TaskCall;
import java.util.Optional;
import java.util.function.Predicate;

/** What the effective input of a call must be like for a mock to answer it. */
sealed interface InputCondition {
  /** Whether a call's input is what a mock wants. */
  boolean holds(AskedCall call, DeclaredMock mock);

  /** Why an input is not what the mock wants, to follow a name and a colon. */
  String miss(JsonNode input);

  /** How a test says it: {@code .whenInput("$.amount", 12)}. */
  String code();

  /** Whether another condition is sure to hold for the same inputs. */
  default boolean isSameAs(InputCondition other) {
    return equals(other);
  }

  /**
   * A value at a JSONPath.
   *
   * @param place the path, compiled
   */
  record Value(String path, ValueAt place, JsonNode expected) implements InputCondition {
    @Override
    public boolean holds(AskedCall call, DeclaredMock mock) {
      Optional<JsonNode> found = call.valueAt(path, place);
      return found.isPresent() && Json.sameValue(expected, found.get());
    }

    @Override
    public String miss(JsonNode input) {
      return "the input has %s at %s, not %s"
          .formatted(
              place.in(input).map(JsonSubset::shortened).orElse("nothing"),
              path,
              JsonSubset.shortened(expected));
    }

    @Override
    public boolean isSameAs(InputCondition other) {
      return other instanceof Value value
          && value.path.equals(path)
          && value.expected.equals(expected);
    }

    @Override
    public String code() {
      return ".whenInput(%s, %s)".formatted(JavaText.literal(path), JavaText.value(expected));
    }
  }

  /** JSON that is a part of the input. */
  record Part(JsonNode expected) implements InputCondition {
    @Override
    public boolean holds(AskedCall call, DeclaredMock mock) {
      return JsonSubset.isIn(expected, call.input());
    }

    @Override
    public String miss(JsonNode input) {
      return "the input " + JsonSubset.firstMiss(expected, input).orElseThrow();
    }

    @Override
    public String code() {
      return ".whenInput(%s)".formatted(JavaText.literal(Json.text(expected)));
    }
  }

  /** Users' code that looks at the call. */
  record Test(Predicate<TaskCall> predicate) implements InputCondition {
    @Override
    public boolean holds(AskedCall call, DeclaredMock mock) {
      return call.holds(mock, predicate);
    }

    @Override
    public String miss(JsonNode input) {
      return "its condition does not hold for this call";
    }

    @Override
    public boolean isSameAs(InputCondition other) {
      return other instanceof Test test && test.predicate == predicate;
    }

    @Override
    public String code() {
      return ".whenCall(…)";
    }
  }
}

package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.target.JavaText;
import io.stepunit.mock.TaskCall;
import java.util.Optional;
import java.util.function.Predicate;

/** What the effective input of a call must be like for a mock to answer it. */
sealed interface InputCondition {
  /**
   * Why a call's input is not what the mock wants, to follow a name and a colon; empty if it is.
   */
  Optional<String> whyNot(AttemptRequest request, ConditionRun run);

  /** How a test says it: {@code .whenInput("$.amount", 12)}. */
  String code();

  /** Whether another condition is sure to hold for the same inputs. */
  default boolean isSameAs(InputCondition other) {
    return equals(other);
  }

  /** A value at a JSONPath. */
  record Value(String path, JsonNode expected) implements InputCondition {
    @Override
    public Optional<String> whyNot(AttemptRequest request, ConditionRun run) {
      Optional<JsonNode> found = ValueAt.path(request.input(), path);
      if (found.filter(value -> Json.sameValue(expected, value)).isPresent()) {
        return Optional.empty();
      }
      return Optional.of(
          "the input has %s at %s, not %s"
              .formatted(
                  found.map(JsonSubset::shortened).orElse("nothing"),
                  path,
                  JsonSubset.shortened(expected)));
    }

    @Override
    public String code() {
      return ".whenInput(%s, %s)".formatted(JavaText.literal(path), JavaText.value(expected));
    }
  }

  /** JSON that is a part of the input. */
  record Part(JsonNode expected) implements InputCondition {
    @Override
    public Optional<String> whyNot(AttemptRequest request, ConditionRun run) {
      return JsonSubset.firstMiss(expected, request.input()).map(miss -> "the input " + miss);
    }

    @Override
    public String code() {
      return ".whenInput(%s)".formatted(JavaText.literal(Json.text(expected)));
    }
  }

  /** Users' code that looks at the call. */
  record Test(Predicate<TaskCall> predicate) implements InputCondition {
    @Override
    public Optional<String> whyNot(AttemptRequest request, ConditionRun run) {
      return run.holds(request, predicate)
          ? Optional.empty()
          : Optional.of("its condition does not hold for this call");
    }

    @Override
    public boolean isSameAs(InputCondition other) {
      return other instanceof Test test && test.predicate == predicate;
    }

    @Override
    public String code() {
      return ".when(…)";
    }
  }
}

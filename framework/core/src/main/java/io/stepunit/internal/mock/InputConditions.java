package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The conditions of one mock on a call's input, and the calls that did not match. */
final class InputConditions {
  private final List<InputCondition> conditions = new ArrayList<>();
  private @Nullable InputCondition missed;
  private JsonNode missedInput = Json.NODES.missingNode();
  private int misses;

  void add(InputCondition condition) {
    conditions.add(condition);
  }

  boolean isEmpty() {
    return conditions.isEmpty();
  }

  /** Whether a call meets all conditions. */
  boolean areMetBy(AskedCall call, DeclaredMock mock) {
    for (int i = 0; i < conditions.size(); i++) {
      InputCondition condition = conditions.get(i);
      if (!condition.holds(call, mock)) {
        missed = condition;
        missedInput = call.input();
        misses++;
        return false;
      }
    }
    return true;
  }

  /** What the call that was asked about last missed. */
  Optional<String> lastMiss() {
    return Optional.ofNullable(missed).map(condition -> condition.miss(missedInput));
  }

  /** What became of the calls so far if none met the conditions, a sentence. */
  String whyUnused() {
    return lastMiss()
        .map(
            miss ->
                misses == 1
                    ? "It received one call that it does not match: " + miss + "."
                    : "It received %s calls that it does not match; of the last, %s."
                        .formatted(misses, miss))
        .orElse("It received no call.");
  }

  /** Whether the same inputs are wanted, as far as one can know. */
  boolean areSameAs(InputConditions others) {
    return conditions.size() == others.conditions.size()
        && IntStream.range(0, conditions.size())
            .allMatch(i -> conditions.get(i).isSameAs(others.conditions.get(i)));
  }

  /** How a test says them. */
  String code() {
    return conditions.stream().map(InputCondition::code).collect(Collectors.joining());
  }
}

package io.stepunit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.CoveragePoints;
import io.stepunit.internal.json.JsonPointers;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A state, or the machine, that gets mistakes.
 *
 * @param json the state
 * @param pointer its JSON pointer
 * @param name what the user calls it
 * @param scope what has the state among its {@code States}
 * @param isJsonata whether the state is written in JSONata
 * @param points what tests can reach of the definition
 * @param found takes the mistakes
 */
record Place(
    JsonNode json,
    String pointer,
    String name,
    JsonNode scope,
    boolean isJsonata,
    CoveragePoints points,
    Consumer<Mutant> found) {
  String type() {
    return json.path("Type").asText();
  }

  JsonNode field(String field) {
    return json.path(field);
  }

  String at(String field) {
    return JsonPointers.child(pointer, field);
  }

  String at(String field, int index) {
    return JsonPointers.child(at(field), index);
  }

  /** Whether nothing is known that keeps executions from reaching a point. */
  boolean isReachable(String key) {
    return points.find(key).map(CoveragePoint::isReachable).orElse(true);
  }

  /** The state that a transition of this one leads to. */
  JsonNode target(String state) {
    return scope.path("States").path(state);
  }

  void drop(MutationOperator operator, String at, String reach) {
    add(operator, at, Optional.empty(), reach, words(at) + " is left out");
  }

  void drop(MutationOperator operator, String at) {
    drop(operator, at, pointer);
  }

  void change(MutationOperator operator, String at, JsonNode value, String reach) {
    String before = ShownValue.of(json.at(at.substring(pointer.length())));
    String text =
        before.isEmpty()
            ? "%s became %s".formatted(words(at), ShownValue.of(value))
            : "%s: %s became %s".formatted(words(at), before, ShownValue.of(value));
    add(operator, at, Optional.of(value), reach, text);
  }

  void change(MutationOperator operator, String at, JsonNode value) {
    change(operator, at, value, pointer);
  }

  /**
   * Adds a mistake.
   *
   * @param reach the key of a point that has to be reached; the state itself if there is none
   */
  void add(
      MutationOperator operator,
      String at,
      Optional<JsonNode> replacement,
      String reach,
      String description) {
    if (isReachable(reach) && isReachable(pointer)) {
      String key = points.find(reach).isPresent() ? reach : pointer;
      found.accept(new Mutant("", operator, at, replacement, pointer, key, description));
    }
  }

  /** A place in words: {@code Retry[0].MaxAttempts of Charge}. */
  String words(String at) {
    StringBuilder words = new StringBuilder();
    for (String token : at.substring(pointer.length()).split("/", -1)) {
      if (token.isEmpty()) {
        continue;
      }
      String part = JsonPointers.name(token);
      if (part.chars().allMatch(Character::isDigit)) {
        words.append('[').append(part).append(']');
      } else {
        words.append(words.isEmpty() ? "" : ".").append(part);
      }
    }
    return words + (name.isEmpty() ? " of the machine" : " of " + name);
  }
}

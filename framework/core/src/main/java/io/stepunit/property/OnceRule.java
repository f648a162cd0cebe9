package io.stepunit.property;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The work of a Task is not done twice.
 *
 * @param path where requests have a key; empty if there is none
 * @param kind what the key is of
 */
record OnceRule(String task, Optional<String> path, Key kind) implements Rule {
  enum Key {
    /** Equal keys mean the same work, which is to be done once. */
    OF_THE_WORK,
    /** Calls for the same work have to have equal keys. */
    OF_THE_CALL
  }

  @Override
  public String code() {
    String name =
        kind == Key.OF_THE_CALL ? "idempotent" : path.isEmpty() ? "atMostOnce" : "atMostOncePer";
    String second = path.map(text -> ", " + Property.literals(List.of(text))).orElse("");
    return name + "(" + Property.literals(List.of(task)) + second + ")";
  }

  @Override
  public List<String> states() {
    return List.of(task);
  }

  @Override
  public boolean isOfTasks() {
    return true;
  }

  @Override
  public Optional<String> violation(Course course) {
    return kind == Key.OF_THE_CALL ? otherKey(course) : again(course);
  }

  private Optional<String> again(Course course) {
    Map<Optional<JsonNode>, Happening> first = new LinkedHashMap<>();
    for (Happening call : course.of(task)) {
      Optional<JsonNode> key = key(call);
      Happening before = first.putIfAbsent(key, call);
      if (before != null) {
        String value =
            key.map(json -> " with " + path.orElse("") + " = " + Json.text(json)).orElse("");
        return Optional.of(
            "%s%s, and again at %s, %s."
                .formatted(
                    Told.happened(before, course), value, call.at(), Told.which(call, course)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> otherKey(Course course) {
    Map<String, Happening> first = new LinkedHashMap<>();
    for (Happening call : course.of(task)) {
      Happening before = first.putIfAbsent(call.path(), call);
      if (before != null && (key(call).isEmpty() || !key(call).equals(key(before)))) {
        return Optional.of(
            "%s with %s = %s, and again at %s with %s."
                .formatted(
                    Told.happened(before, course),
                    path.orElse(""),
                    text(before),
                    call.at(),
                    text(call)));
      }
    }
    return Optional.empty();
  }

  private String text(Happening call) {
    return key(call).map(Json::text).orElse("no value");
  }

  private Optional<JsonNode> key(Happening call) {
    return path.flatMap(text -> call.input().flatMap(input -> ValueAt.path(input, text)));
  }

  @Override
  public Optional<String> unreached(Course course) {
    return course.of(task).isEmpty() ? Optional.of(Told.never(task)) : Optional.empty();
  }
}

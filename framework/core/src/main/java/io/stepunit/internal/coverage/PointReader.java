package io.stepunit.internal.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the points of a definition from its JSON. */
final class PointReader {
  private static final List<String> PROCESSORS = List.of("ItemProcessor", "Iterator");

  private final List<CoveragePoint> points = new ArrayList<>();
  private final String language;

  private PointReader(String language) {
    this.language = language;
  }

  static List<CoveragePoint> read(JsonNode asl) {
    PointReader reader = new PointReader(asl.path("QueryLanguage").asText("JSONPath"));
    reader.hit(asl, "", PointKind.TIMEOUT, "TimeoutSeconds");
    reader.scope(asl, "");
    return List.copyOf(reader.points);
  }

  /** The field that has a Map's states. */
  static String processorOf(JsonNode map) {
    return PROCESSORS.stream().filter(map::has).findFirst().orElse(PROCESSORS.get(0));
  }

  private void scope(JsonNode scope, String pointer) {
    scope
        .path("States")
        .properties()
        .forEach(state -> state(state.getValue(), pointer, Keys.state(pointer, state.getKey())));
  }

  private void state(JsonNode state, String scope, String key) {
    points.add(CoveragePoint.of(PointKind.STATE, key, key));
    switch (state.path("Type").asText()) {
      case "Choice" -> choice(state, scope, key);
      case "Parallel" -> branches(state.path("Branches"), key);
      case "Map" -> items(state, key);
      case "Task" -> times(state, key);
      default -> {}
    }
    transition(state, scope, key, "Next", key);
    handlers(state, scope, key);
  }

  private void choice(JsonNode state, String scope, String key) {
    JsonNode rules = state.path("Choices");
    for (int i = 0; i < rules.size(); i++) {
      String rule = key + "/Choices/" + i;
      outcomes(PointKind.CHOICE_RULE, rule, key);
      operands(rules.get(i), rule, key);
      transition(rules.get(i), scope, rule, "Next", key);
    }
    transition(state, scope, key, "Default", key);
  }

  private void operands(JsonNode rule, String pointer, String state) {
    for (String operator : List.of("And", "Or")) {
      JsonNode operands = rule.path(operator);
      for (int i = 0; i < operands.size(); i++) {
        operand(operands.get(i), pointer + "/" + operator + "/" + i, state);
      }
    }
    if (rule.has("Not")) {
      operand(rule.path("Not"), pointer + "/Not", state);
    }
  }

  private void operand(JsonNode operand, String pointer, String state) {
    outcomes(PointKind.OPERAND, pointer, state);
    operands(operand, pointer, state);
  }

  private void outcomes(PointKind kind, String pointer, String state) {
    CoveragePoint point = CoveragePoint.of(kind, pointer, state);
    points.add(point.at(Keys.TRUE));
    points.add(point.at(Keys.FALSE));
  }

  private void branches(JsonNode branches, String key) {
    for (int i = 0; i < branches.size(); i++) {
      String branch = key + "/Branches/" + i;
      points.add(CoveragePoint.of(PointKind.BRANCH, branch, key));
      scope(branches.get(i), branch);
    }
  }

  private void items(JsonNode map, String key) {
    CoveragePoint point = CoveragePoint.of(PointKind.MAP_ITEMS, key, key);
    points.add(point.at(Keys.NONE));
    points.add(point.at(Keys.ONE));
    points.add(point.at(Keys.MANY));
    String processor = processorOf(map);
    scope(map.path(processor), key + "/" + processor);
  }

  private void times(JsonNode task, String key) {
    hit(task, key, PointKind.TIMEOUT, "TimeoutSeconds");
    hit(task, key, PointKind.TIMEOUT, "TimeoutSecondsPath");
    hit(task, key, PointKind.HEARTBEAT, "HeartbeatSeconds");
    hit(task, key, PointKind.HEARTBEAT, "HeartbeatSecondsPath");
  }

  private void hit(JsonNode owner, String key, PointKind kind, String field) {
    if (owner.has(field)) {
      points.add(CoveragePoint.of(kind, key + "/" + field, key).at(Keys.HIT));
    }
  }

  private void transition(JsonNode owner, String scope, String key, String field, String state) {
    if (owner.has(field)) {
      points.add(
          CoveragePoint.of(PointKind.TRANSITION, key + "/" + field, state)
              .to(Keys.state(scope, owner.path(field).asText())));
    }
  }

  private void handlers(JsonNode state, String scope, String key) {
    RaisedErrors raised = RaisedErrors.by(state, language);
    JsonNode retriers = state.path("Retry");
    for (int i = 0; i < retriers.size(); i++) {
      Optional<String> reason = raised.unreachable("Retry", retriers, i);
      retrier(retriers.get(i), key + "/Retry/" + i, key, reason);
    }
    JsonNode catchers = state.path("Catch");
    for (int i = 0; i < catchers.size(); i++) {
      points.add(
          CoveragePoint.of(PointKind.CATCHER, key + "/Catch/" + i, key)
              .to(Keys.state(scope, catchers.get(i).path("Next").asText()))
              .unreachable(raised.unreachable("Catch", catchers, i)));
    }
  }

  private void retrier(JsonNode retrier, String pointer, String state, Optional<String> reason) {
    if (retrier.path("MaxAttempts").asInt(1) > 0) {
      points.add(
          CoveragePoint.of(PointKind.RETRIER, pointer, state).unreachable(reason).at(Keys.USED));
    }
    points.add(
        CoveragePoint.of(PointKind.EXHAUSTED_RETRIER, pointer, state)
            .unreachable(reason)
            .at(Keys.EXHAUSTED));
  }
}

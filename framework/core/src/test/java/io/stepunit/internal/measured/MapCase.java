package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Distributed Map that fails, is repaired and redriven, with looks in between. */
final class MapCase {
  private static final Set<String> MEMBERS =
      Set.of(
          "about",
          "notes",
          "measured",
          "type",
          "machine",
          "mapCase",
          "definition",
          "input",
          "inputText",
          "mocks",
          "steps",
          "expected",
          "racing",
          "buckets");

  private static final Set<String> LOOKS =
      Set.of("afterFailure", "whileRunning", "afterRedrive", "directRedrive", "express");

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final String EXPRESS_CHILD =
      "arn:aws:states:us-east-1:123456789012:express:machine/Rows:"
          + "11111111-1111-4111-8111-111111111111:22222222-2222-4222-8222-222222222222";

  private final CaseWorld world;
  private final JsonNode expected;
  private final Map<String, JsonNode> firstChildren = new LinkedHashMap<>();
  private Map<String, String> firstFiles = Map.of();
  private JsonNode firstRun = Json.NODES.objectNode();

  MapCase(CaseWorld world) {
    this.world = world;
    this.expected = world.json().path("expected");
  }

  void run() {
    JsonNode json = world.json();
    UnknownFormException.requireKnown("The case", json, MEMBERS);
    UnknownFormException.requireKnown("expected", expected, LOOKS);
    TestStateMachine machine = world.define();
    Buckets.fill(json.path("buckets"), world.env());
    try (CaseMocks mocks = new CaseMocks(world, machine)) {
      mocks.declare();
      world.start();
      json.path("steps").forEach(step -> perform(step, mocks));
    }
  }

  private void perform(JsonNode step, CaseMocks mocks) {
    world.advanceTo(step.path("at"));
    String action = step.path("do").asText();
    if (action.startsWith("repair")) {
      look("afterFailure");
      mocks.declare(world.json().get("mocks").get("afterFailure"));
    } else if (action.startsWith("RedriveExecution of the parent")) {
      world.calls().call("RedriveExecution", Map.of("executionArn", world.executionArn()));
    } else if (action.startsWith("RedriveExecution of the children")) {
      redriveChildren(action);
    } else if (action.startsWith("look")) {
      look(action.contains(":") ? action.replaceFirst("^look:\\s*", "") : "afterRedrive");
    }
  }

  /** Each child is refused as measured; so is one of an Express Map Run. */
  private void redriveChildren(String action) {
    MapRunLook run = new MapRunLook(world);
    run.bind();
    for (Matcher index = NUMBER.matcher(action); index.find(); ) {
      String arn = run.children().described(index.group()).path("executionArn").asText();
      redrive(
          "directRedrive." + index.group(), expected.at("/directRedrive/" + index.group()), arn);
    }
    if (expected.has("express")) {
      redrive("express", expected.get("express"), EXPRESS_CHILD);
    }
  }

  private void redrive(String where, JsonNode measured, String arn) {
    world
        .calls()
        .expect(
            where,
            measured,
            () -> world.calls().call("RedriveExecution", Map.of("executionArn", arn)));
  }

  private void look(String name) {
    JsonNode measured = expected.path(name);
    new MapRunLook(world).bind();
    if (name.equals("afterFailure")) {
      firstRun = new MapRunLook(world).described();
    }
    new MapRunState(world, firstRun, firstChildren, firstFiles).compare(name, measured);
    if (name.equals("afterFailure")) {
      remember();
    }
  }

  /** What a later look compares with. */
  private void remember() {
    ChildExecutions children = new MapRunLook(world).children();
    expected
        .path("afterRedrive")
        .path("children")
        .fieldNames()
        .forEachRemaining(index -> firstChildren.put(index, children.described(index)));
    firstFiles = new ResultFiles(world).texts(expected.path("afterRedrive").path("objects"));
  }
}

package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import java.util.Set;

/** Starts the case's machine, does the steps, lets it end and compares what came of it. */
final class ExecutionCase {
  static final Set<String> MEMBERS =
      Set.of(
          "about",
          "notes",
          "measured",
          "type",
          "machine",
          "definition",
          "input",
          "inputText",
          "activities",
          "mocks",
          "lambda",
          "outbox",
          "child",
          "steps",
          "expected",
          "sent",
          "stored",
          "withoutData",
          "logging",
          "buckets",
          "racing");

  private final CaseWorld world;

  ExecutionCase(CaseWorld world) {
    this.world = world;
  }

  void run() {
    JsonNode json = world.json();
    UnknownFormException.requireKnown("The case", json, MEMBERS);
    ExpectedExecution.requireKnown(json.path("expected"));
    if (json.path("definition").isNull()) {
      Activities.declare(json, world.env());
      new Steps(world).perform(json.path("steps"));
      return;
    }
    TestStateMachine machine = world.define();
    Buckets.fill(json.path("buckets"), world.env());
    CaseMocks mocks = new CaseMocks(world, machine);
    try (mocks) {
      mocks.declare();
      run(json);
      mocks.compareCalls();
    }
    new Observed(world, machine).compare();
  }

  private void run(JsonNode json) {
    world.start();
    if (world.type() == WorkflowType.STANDARD) {
      new AsFirstDescribed(world).remember();
    }
    JsonNode whileRunning = json.path("expected").path("whileRunning");
    new Steps(world).perform(json.path("steps"));
    if (whileRunning.has("at")) {
      world.advanceTo(whileRunning.get("at"));
      new MapRunLook(world).compareWhileRunning(whileRunning);
    }
    world.runToEnd();
  }
}

package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.history.Attempt;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.VisitRecord;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.history.Visits;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateType;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the visits of an execution, with their data flow and their attempts. */
final class VisitRecords {
  private final JsonGenerator json;
  private final Data data;
  private final ExecutionRecord execution;
  private final JsonNode asl;
  private final AttemptRecords attempts;
  private final VisitScopes scopes;
  private final ChosenTransitions transitions;
  private final Map<VisitRef, Integer> indexes = new IdentityHashMap<>();

  /**
   * @param asl the whole definition, also of a child execution of a Map Run
   */
  VisitRecords(
      JsonGenerator json, Data data, ExecutionRecord execution, JsonNode asl, AnswerLog answers) {
    this.json = json;
    this.data = data;
    this.execution = execution;
    this.asl = asl;
    this.attempts = new AttemptRecords(json, data, execution, answers);
    this.scopes = new VisitScopes(execution.events());
    this.transitions = ChosenTransitions.of(execution.decisions());
  }

  void write() throws IOException {
    json.writeArrayFieldStart("visits");
    for (VisitRecord visit : Visits.of(execution.events())) {
      json.writeStartObject();
      write(visit);
      json.writeEndObject();
      indexes.put(visit.ref(), indexes.size());
    }
    json.writeEndArray();
  }

  private void write(VisitRecord visit) throws IOException {
    State state = visit.state();
    json.writeStringField("path", visit.path());
    json.writeStringField("name", state.name());
    json.writeStringField("type", state.type().aslName());
    json.writeStringField("pointer", state.location().pointer());
    place(visit.ref());
    json.writeNumberField(
        "entered", event(visit, EventDetails.StateEntered.class).orElseThrow().id());
    Optional<HistoryEvent> exit = event(visit, EventDetails.StateExited.class);
    if (exit.isPresent()) {
      json.writeNumberField("exited", exit.get().id());
    }
    int catcher = exit.map(VisitRecords::catcher).orElse(-1);
    json.writeStringField("status", status(visit, exit.isPresent(), catcher));
    flow(visit, catcher);
    json.writeObjectFieldStart("assigned");
    for (Map.Entry<String, JsonNode> variable : visit.assignedVariables().entrySet()) {
      data.value(variable.getKey(), variable.getValue(), "The variable " + variable.getKey());
    }
    json.writeEndObject();
    attempts.write(visit);
    Optional<String> transition = transitions.of(visit.ref());
    if (transition.isPresent()) {
      json.writeStringField("transition", transition.get());
    }
    if (catcher >= 0) {
      json.writeNumberField("catcher", catcher);
    }
  }

  private void place(VisitRef visit) throws IOException {
    VisitRef.Around around = visit.around();
    if (around == null) {
      return;
    }
    if (around.visit().state().type() == StateType.MAP) {
      json.writeNumberField("iteration", around.index());
    }
    Integer parent = indexes.get(around.visit());
    if (parent != null) {
      json.writeNumberField("parent", parent);
    }
  }

  private static Optional<HistoryEvent> event(
      VisitRecord visit, Class<? extends EventDetails> details) {
    return visit.events().stream().filter(event -> details.isInstance(event.details())).findFirst();
  }

  private static int catcher(HistoryEvent exit) {
    return ((EventDetails.StateExited) exit.details()).catcherIndex();
  }

  private String status(VisitRecord visit, boolean left, int catcher) {
    if (left) {
      return catcher >= 0 ? "CAUGHT" : "SUCCEEDED";
    }
    List<HistoryEvent> events = visit.events();
    EventType last = events.get(events.size() - 1).type();
    List<Attempt> all = visit.attempts();
    boolean attemptFailed = !all.isEmpty() && all.get(all.size() - 1).failed();
    if (last.awsName().endsWith("Aborted")) {
      // AWS aborts the state whose error ended the Parallel or the Map with those that still ran.
      return attemptFailed ? "FAILED" : "ABORTED";
    }
    boolean failed =
        visit.state().type() == StateType.FAIL
            || execution.status() == ExecutionStatus.FAILED && isLast(events);
    if (execution.status() == ExecutionStatus.RUNNING && !failed) {
      return "RUNNING";
    }
    return failed || attemptFailed ? "FAILED" : "ABORTED";
  }

  /** Whether the execution failed by an event of the visit, or right behind one. */
  private boolean isLast(List<HistoryEvent> ofVisit) {
    long last = ofVisit.get(ofVisit.size() - 1).id();
    int size = execution.events().size();
    return execution.events().get(size - 1).previousEventId() == last;
  }

  private void flow(VisitRecord visit, int catcher) throws IOException {
    json.writeArrayFieldStart("flow");
    JsonNode fields = asl.at(visit.state().location().pointer());
    Optional<FlowWay> way = FlowWay.of(visit.state(), fields, catcher);
    if (way.isPresent()) {
      for (FlowSteps.Step step : FlowSteps.of(facts(visit, way.get(), catcher))) {
        json.writeStartObject();
        json.writeStringField("step", step.field());
        if (step.value().isPresent()) {
          data.value("value", step.value().get(), step.field() + " of " + visit.path());
        } else {
          json.writeStringField("unknown", "It cannot be evaluated again.");
        }
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private VisitFacts facts(VisitRecord visit, FlowWay way, int catcher) {
    return new VisitFacts(
        visit.state(),
        way,
        visit.input(),
        visit.taskInput(),
        result(visit, catcher),
        visit.output(),
        scopes.variables(visit.ref()),
        () -> context(visit),
        visit.exitedAt().orElse(visit.enteredAt()));
  }

  private Optional<JsonNode> result(VisitRecord visit, int catcher) {
    List<Attempt> all = visit.attempts();
    if (catcher >= 0) {
      Attempt last = all.get(all.size() - 1);
      return Optional.of(
          Json.NODES
              .objectNode()
              .put("Error", last.error().orElse(null))
              .put("Cause", last.cause().orElse("")));
    }
    return switch (visit.state().type()) {
      case TASK -> AttemptRecords.result(visit, all.size() - 1);
      case PARALLEL -> scopes.joined(visit.ref());
      case MAP ->
          ((MapState) visit.state()).distributed().isPresent()
              ? Optional.empty()
              : scopes.joined(visit.ref());
      default -> Optional.empty();
    };
  }

  /** The context object, without the token and the items, which the history does not tell. */
  private JsonNode context(VisitRecord visit) {
    ObjectNode context = Json.NODES.objectNode();
    var description = execution.description();
    context
        .putObject("Execution")
        .put("Id", description.arn())
        .put("StartTime", description.startedAt().toString())
        .put("Name", description.name())
        .set("Input", description.input());
    context
        .putObject("StateMachine")
        .put("Id", description.stateMachineArn())
        .put(
            "Name",
            description
                .stateMachineArn()
                .substring(description.stateMachineArn().lastIndexOf(':') + 1));
    context
        .putObject("State")
        .put("Name", visit.name())
        .put("EnteredTime", visit.enteredAt().toString());
    return context;
  }
}

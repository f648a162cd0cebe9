package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.SourceLocation;
import io.stepunit.history.Attempt;
import io.stepunit.history.CatcherInfo;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.model.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A visit, read from the history, with the state of the model.
 *
 * @param ref what its events have in common
 * @param attemptBegins the event that each attempt begins with
 */
public record VisitRecord(
    VisitRef ref,
    State state,
    String path,
    Instant enteredAt,
    Optional<Instant> exitedAt,
    JsonNode input,
    Optional<JsonNode> output,
    Map<String, JsonNode> assignedVariables,
    List<Attempt> attempts,
    List<EventRecord> attemptBegins,
    Optional<CatcherInfo> catcherTaken,
    List<HistoryEvent> events)
    implements StateVisit {

  @Override
  public String name() {
    return state.name();
  }

  @Override
  public String type() {
    return state.type().aslName();
  }

  @Override
  public SourceLocation location() {
    return state.location();
  }

  @Override
  public List<CatcherInfo> catchers() {
    return Catchers.of(state);
  }
}

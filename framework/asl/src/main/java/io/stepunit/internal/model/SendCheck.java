package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Holds what a Task sends to what its service accepts, before the Task is scheduled. */
@FunctionalInterface
public interface SendCheck {
  /** Accepts everything. */
  SendCheck NONE = request -> Optional.empty();

  /**
   * Checks one request.
   *
   * @param request the effective parameters
   * @return empty if it can be sent
   */
  Optional<Unsendable> check(JsonNode request);

  /** The values whose types matter, and that the definition does not tell. */
  default List<SentValue> values() {
    return List.of();
  }
}

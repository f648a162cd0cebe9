package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.Call;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.json.Json;
import java.util.Objects;
import java.util.Optional;

/**
 * A call as users get it: the JSON is theirs.
 *
 * @param kept the call as the history has it
 */
record CallCopy(Call kept) implements Call {
  @Override
  public String state() {
    return kept.state();
  }

  @Override
  public String path() {
    return kept.path();
  }

  @Override
  public int attempt() {
    return kept.attempt();
  }

  @Override
  public JsonNode input() {
    return kept.input().deepCopy();
  }

  @Override
  public Optional<JsonNode> result() {
    return kept.result().map(JsonNode::deepCopy);
  }

  @Override
  public Optional<String> error() {
    return kept.error();
  }

  @Override
  public Optional<String> cause() {
    return kept.cause();
  }

  @Override
  public HistoryEvent scheduled() {
    return new EventCopy(kept.scheduled());
  }

  @Override
  public Optional<JsonNode> inputAt(String jsonPath) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    return kept.inputAt(jsonPath).map(JsonNode::deepCopy);
  }

  @Override
  public Optional<JsonNode> resultAt(String jsonPath) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    return kept.resultAt(jsonPath).map(JsonNode::deepCopy);
  }

  /** One line: {@code Charge, attempt 2: {"orderId":7}}. */
  @Override
  public String toString() {
    return path() + ", attempt " + attempt() + ": " + Json.text(kept.input());
  }
}

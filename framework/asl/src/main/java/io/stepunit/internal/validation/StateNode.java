package io.stepunit.internal.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.model.QueryLanguage;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.model.read.ReadState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A state as it is written: what is checked of it has to be told with its place.
 *
 * @param read the state with what was made of it
 */
record StateNode(ReadState read) {
  LocatedNode node() {
    return read.node();
  }

  boolean jsonata() {
    return read.language() == QueryLanguage.JSONATA;
  }

  Map<String, LocatedNode> fields() {
    return node().fields();
  }

  Optional<LocatedNode> field(String name) {
    return Optional.ofNullable(fields().get(name));
  }

  boolean has(String name) {
    return fields().containsKey(name);
  }

  /** The text of a field, empty if it has none. */
  String text(String name) {
    return field(name)
        .map(LocatedNode::value)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .orElse("");
  }

  boolean is(String type) {
    return text("Type").equals(type);
  }

  /** The service call of a Task; empty for others, and where it cannot be read. */
  Optional<Resource.Service> calledService() {
    return read.state()
        .filter(TaskState.class::isInstance)
        .map(task -> ((TaskState) task).resource())
        .filter(Resource.Service.class::isInstance)
        .map(Resource.Service.class::cast);
  }

  /** The entries of {@code Retry} or {@code Catch}. */
  List<LocatedNode> items(String field) {
    return field(field).map(LocatedNode::items).orElse(List.of());
  }

  /** The branches of a Parallel, the ItemProcessor of a Map. */
  List<StateGraph> scopes() {
    return read.state().map(state -> state.scopes()).orElse(List.of());
  }
}

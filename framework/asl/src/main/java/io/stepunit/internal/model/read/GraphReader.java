package io.stepunit.internal.model.read;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads scopes of states. */
final class GraphReader {
  private GraphReader() {}

  /** The fields of a branch, an ItemProcessor or an Iterator; nothing else may stand there. */
  static StateGraph readNested(Fields fields) {
    fields.text("Comment");
    StateGraph graph = read(fields);
    fields.done();
    return graph;
  }

  /** {@code States} and {@code StartAt}. */
  static StateGraph read(Fields fields) {
    Optional<LocatedNode> states = fields.required("States");
    states.ifPresent(node -> checkStates(node, fields));
    Map<String, LocatedNode> nodes = states.map(LocatedNode::fields).orElse(Map.of());
    ReadContext context = fields.context();
    Fields inside =
        fields
            .in(context.open(nodes, fields.scope(), isDistributed(fields.object())))
            .in(context.machineLanguage());
    String startAt = inside.requiredTarget("StartAt");
    int position = context.beginScope();
    List<ReadState> read = new ArrayList<>();
    Map<String, State> known = new LinkedHashMap<>();
    nodes.forEach(
        (name, node) -> {
          ReadState state = StateReader.read(name, node, inside);
          read.add(state);
          state.state().ifPresent(made -> known.put(name, made));
        });
    StateGraph graph =
        new StateGraph(startAt, Collections.unmodifiableMap(known), fields.location());
    context.endScope(position, new ReadScope(fields.object(), read, graph));
    return graph;
  }

  private static void checkStates(LocatedNode states, Fields fields) {
    if (!states.value().isObject()) {
      fields.wrongType(states, "OBJECT");
    } else if (states.fields().isEmpty()) {
      fields.report(Rule.EMPTY_VALUE, "Value cannot be empty", states.location(), "");
    }
  }

  private static boolean isDistributed(LocatedNode processor) {
    return processor.at("ProcessorConfig/Mode").value().asText().equals("DISTRIBUTED");
  }
}

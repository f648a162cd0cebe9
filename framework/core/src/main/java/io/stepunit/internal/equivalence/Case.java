package io.stepunit.internal.equivalence;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What both machines are run with.
 *
 * @param answers makes what answers the Tasks of one execution of the original
 * @param results the results of some calls of the original in place of that, by the calls' numbers
 * @param objects what there is for item readers, beside the objects of the test
 */
record Case(
    JsonNode input,
    Supplier<TaskDispatcher> answers,
    Map<Integer, JsonNode> results,
    List<Fault> faults,
    List<ReadObject> objects) {
  Case {
    results = Map.copyOf(results);
    faults = List.copyOf(faults);
    objects = List.copyOf(objects);
  }

  static Case of(JsonNode input, Supplier<TaskDispatcher> answers, List<ReadObject> objects) {
    return new Case(input, answers, Map.of(), List.of(), objects);
  }

  Case withInput(JsonNode other) {
    return new Case(other, answers, results, faults, objects);
  }

  Case withFaults(List<Fault> others) {
    return new Case(input, answers, results, others, objects);
  }

  Case withResult(int call, JsonNode result) {
    Map<Integer, JsonNode> others = new TreeMap<>(results);
    others.put(call, result);
    return new Case(input, answers, others, faults, objects);
  }
}

package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an execution is given.
 *
 * @param results the results of some calls
 * @param failing what some Tasks are answered at each call
 * @param items what Maps in distributed mode read, by their names, where it is not what it was
 * @param others answers all other calls
 */
public record Script(
    JsonNode input,
    Map<CallKey, JsonNode> results,
    Map<String, AttemptReply> failing,
    Map<String, JsonNode> items,
    TaskDispatcher others) {

  /** Copies the maps. */
  public Script {
    results = Map.copyOf(results);
    failing = Map.copyOf(failing);
    items = Map.copyOf(items);
  }

  /** Nothing but an input, and answers for all calls. */
  public static Script of(JsonNode input, TaskDispatcher others) {
    return new Script(input, Map.of(), Map.of(), Map.of(), others);
  }

  Script withInput(JsonNode other) {
    return new Script(other, results, failing, items, others);
  }

  Script withResult(CallKey call, JsonNode result) {
    return new Script(input, with(results, call, result), failing, items, others);
  }

  Script withItems(String map, JsonNode read) {
    return new Script(input, results, failing, with(items, map, read), others);
  }

  /** The same with Tasks that are answered so at each call. */
  public Script withFailing(Map<String, AttemptReply> answers) {
    Map<String, AttemptReply> all = new LinkedHashMap<>(failing);
    all.putAll(answers);
    return new Script(input, results, all, items, others);
  }

  private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> all = new LinkedHashMap<>(map);
    all.put(key, value);
    return all;
  }
}

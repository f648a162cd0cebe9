package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The compiled fields of a state's data flow, in its query language. A rule of a Choice and a
 * Catcher have one of their own.
 */
public sealed interface DataFlow permits JsonPathDataFlow, JsonataDataFlow {
  /** The state's input, as far as a state without a call sees it. */
  JsonNode input(Scope scope);

  /** What a state with a call hands on: the effective input. */
  JsonNode effectiveInput(Scope scope);

  /**
   * Leaves the state.
   *
   * @param scope sees the raw input as {@code $}
   * @param result what came of the state; its own input where nothing did
   */
  Exit exit(Scope scope, JsonNode result);

  /** What the fields read of the data, worked out at each call. */
  Stream<Read> reads();

  /** What the fields at the exit read of the result, worked out at each call. */
  Stream<ResultRead> resultReads();

  /** Where the result goes in the state's input; empty if it is dropped, or takes its place. */
  Optional<DataPath> resultPlace();

  /**
   * What a state leaves behind.
   *
   * @param output the next state's input
   * @param assigned the new values of variables
   */
  record Exit(JsonNode output, Map<String, JsonNode> assigned) {}
}

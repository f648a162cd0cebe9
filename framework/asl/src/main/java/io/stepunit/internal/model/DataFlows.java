package io.stepunit.internal.model;

/** Reads the data-flow fields of each type of state in the state's query language. */
final class DataFlows {
  private DataFlows() {}

  /** The fields of a Task or Parallel state. */
  static DataFlow ofWorkingState(Fields fields) {
    return fields.isJsonata()
        ? JsonataDataFlow.ofWorkingState(fields)
        : JsonPathDataFlow.ofWorkingState(fields);
  }

  /** The fields of a Map state. */
  static DataFlow ofMap(Fields fields) {
    return fields.isJsonata() ? JsonataDataFlow.ofMap(fields) : JsonPathDataFlow.ofMap(fields);
  }

  /** The fields of a Pass state. */
  static DataFlow ofPass(Fields fields) {
    return fields.isJsonata()
        ? JsonataDataFlow.withoutResult(fields)
        : JsonPathDataFlow.ofPass(fields);
  }

  /** The fields of a state without a result of its own: Wait, Choice. */
  static DataFlow ofPassiveState(Fields fields) {
    return fields.isJsonata()
        ? JsonataDataFlow.withoutResult(fields)
        : JsonPathDataFlow.ofPassiveState(fields);
  }

  /** The fields of a Succeed state: it ends its scope, so it has nothing to assign. */
  static DataFlow ofSucceed(Fields fields) {
    return fields.isJsonata()
        ? JsonataDataFlow.ofSucceed(fields)
        : JsonPathDataFlow.ofSucceed(fields);
  }

  /** The fields of a Catcher. */
  static DataFlow ofCatcher(Fields fields) {
    return fields.isJsonata()
        ? JsonataDataFlow.ofCatcher(fields)
        : JsonPathDataFlow.ofCatcher(fields);
  }

  /**
   * The fields of a rule of a Choice state: its own {@code Assign} and {@code Output} stand instead
   * of the state's.
   */
  static DataFlow ofRule(Fields rule, DataFlow ofState) {
    return ofState instanceof JsonPathDataFlow flow
        ? flow.assigning(Assign.read(rule).map(assign -> assign.ofScope(rule)))
        : JsonataDataFlow.withoutResult(rule);
  }
}

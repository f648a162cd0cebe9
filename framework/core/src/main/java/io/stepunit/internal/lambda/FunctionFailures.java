package io.stepunit.internal.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Reports what a handler threw as Lambda's Java runtime does: {@code errorMessage}, {@code
 * errorType}, {@code stackTrace} down to the handler, and {@code cause} likewise. See "Java
 * function errors" in the AWS Lambda Developer Guide.
 */
final class FunctionFailures {
  /** What stands between the handler and the test on the stack. */
  private static final String RUNTIME = FunctionFailures.class.getPackageName() + ".";

  private FunctionFailures() {}

  /** What the handler threw. */
  static FunctionOutcome thrown(Throwable thrown) {
    Set<Throwable> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    return new FunctionOutcome.Failed(
        thrown.getClass().getName(), report(thrown, reported), thrown);
  }

  /** The event does not fit the handler's input. */
  static FunctionOutcome unreadable(RuntimeException problem) {
    return ofRuntime("An error occurred during JSON parsing", problem);
  }

  /** The handler's result is not JSON. */
  static FunctionOutcome unwritable(RuntimeException problem) {
    return ofRuntime("An error occurred during JSON serialization of response", problem);
  }

  private static FunctionOutcome ofRuntime(String message, RuntimeException problem) {
    RuntimeException error = new RuntimeException(message, problem);
    error.setStackTrace(new StackTraceElement[0]);
    problem.setStackTrace(new StackTraceElement[0]);
    return thrown(error);
  }

  private static ObjectNode report(Throwable thrown, Set<Throwable> reported) {
    reported.add(thrown);
    String type = thrown.getClass().getName();
    String message = thrown.getLocalizedMessage();
    ObjectNode report = Json.NODES.objectNode();
    report.put("errorMessage", message == null ? type : message);
    report.put("errorType", type);
    ArrayNode stack = report.putArray("stackTrace");
    Arrays.stream(thrown.getStackTrace())
        .takeWhile(frame -> !isRuntime(frame))
        .forEach(frame -> stack.add(frame.toString()));
    Throwable cause = thrown.getCause();
    if (cause != null && !reported.contains(cause)) {
      report.set("cause", report(cause, reported));
    }
    return report;
  }

  private static boolean isRuntime(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith(RUNTIME);
  }
}

package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * An error that a state ends with.
 *
 * @param name the error name; null where a worker or a Fail state gave none
 * @param cause the cause; null like the name
 * @param kind what decides who may handle it
 */
public record StatesError(@Nullable String name, @Nullable String cause, Kind kind) {
  /** What decides who may handle an error. */
  public enum Kind {
    /** Retry and Catch apply. */
    CATCHABLE,
    /** A heartbeat was missed: named States.Timeout, and matched by States.HeartbeatTimeout too. */
    HEARTBEAT,
    /** Ends the execution: AWS lets neither Retry nor Catch see it. */
    FATAL
  }

  public static final String TIMEOUT = "States.Timeout";
  public static final String RUNTIME = "States.Runtime";
  public static final String DATA_LIMIT = "States.DataLimitExceeded";

  /** An error that Retry and Catch may see. */
  public static StatesError of(@Nullable String name, @Nullable String cause) {
    return new StatesError(name, cause, RUNTIME.equals(name) ? Kind.FATAL : Kind.CATCHABLE);
  }

  /** An error that ends the execution. */
  public static StatesError fatal(String name, String cause) {
    return new StatesError(name, cause, Kind.FATAL);
  }

  /** A task or its heartbeat took too long. */
  public static StatesError timeout(boolean heartbeat) {
    return new StatesError(TIMEOUT, null, heartbeat ? Kind.HEARTBEAT : Kind.CATCHABLE);
  }

  /** What an expression failed with. */
  public static StatesError of(EvaluationException e) {
    return EvaluationException.REFERENCE_PATH_CONFLICT.equals(e.error())
        ? fatal(e.error(), e.causeText())
        : of(e.error(), e.causeText());
  }

  /** The same error with its cause led in by the words that AWS puts before it. */
  public StatesError whileExecuting(String state, long enteredEventId) {
    return new StatesError(
        name,
        "An error occurred while executing the state '"
            + state
            + "' (entered at the event id #"
            + enteredEventId
            + "). "
            + cause,
        kind);
  }

  /** The error output that a Catcher hands on: what the failure did not give is null. */
  public JsonNode toErrorOutput() {
    boolean timedOut = cause == null && TIMEOUT.equals(name);
    return Json.NODES.objectNode().put("Error", name).put("Cause", timedOut ? "" : cause);
  }
}

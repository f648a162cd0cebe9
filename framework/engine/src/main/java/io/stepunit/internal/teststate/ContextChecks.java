package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.model.State;
import io.stepunit.teststate.TestStateException;
import java.util.Iterator;
import java.util.Map;

/** What TestState refuses in a test's context object. */
final class ContextChecks {
  private enum Type {
    STRING("a string"),
    NUMBER("a number"),
    ANY("any value");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    boolean fits(JsonNode value) {
      return switch (this) {
        case STRING -> value.isTextual();
        case NUMBER -> value.isNumber();
        case ANY -> true;
      };
    }
  }

  private static final Map<String, Map<String, Type>> FIELDS =
      Map.of(
          "Execution",
          Map.of(
              "Id", Type.STRING,
              "Input", Type.ANY,
              "Name", Type.STRING,
              "RoleArn", Type.STRING,
              "StartTime", Type.STRING,
              "RedriveCount", Type.NUMBER,
              "RedriveTime", Type.STRING),
          "State",
          Map.of("EnteredTime", Type.STRING, "Name", Type.STRING, "RetryCount", Type.NUMBER),
          "StateMachine",
          Map.of("Id", Type.STRING, "Name", Type.STRING),
          "Task",
          Map.of("Token", Type.STRING));

  private ContextChecks() {}

  /**
   * Checks a context object.
   *
   * @throws TestStateException if it cannot be the context of the state
   */
  static void check(JsonNode context, State state) {
    if (!context.isObject()) {
      throw invalid("Context object must be an object");
    }
    for (Iterator<String> names = context.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      Map<String, Type> members = FIELDS.get(name);
      if (members == null) {
        throw invalid(
            name.equals("Map")
                ? "'Map' field is not supported when mocking a Context object"
                : notAllowed(name));
      }
      checkMembers(name, context.get(name), members);
    }
    if (context.has("Task") && !StateContext.hasToken(state)) {
      throw invalid(
          "Context object contains 'Task' when state is not a Task state with a '.sync' or"
              + " '.waitForTaskToken' service integration pattern");
    }
  }

  private static void checkMembers(String owner, JsonNode value, Map<String, Type> members) {
    if (!value.isObject()) {
      throw invalid(owner + " must be an object");
    }
    for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      Type type = members.get(name);
      if (type == null) {
        throw invalid(notAllowed(name));
      }
      if (!type.fits(value.get(name))) {
        throw invalid(owner + "." + name + " must be " + type.text);
      }
    }
  }

  private static String notAllowed(String field) {
    return "Field '" + field + "' is not allowed";
  }

  private static TestStateException invalid(String problem) {
    return Refusals.validation("Invalid Context object provided: " + problem);
  }
}

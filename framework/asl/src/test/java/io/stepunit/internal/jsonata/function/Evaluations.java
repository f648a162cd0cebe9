package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.LimitExceeded;
import io.stepunit.internal.jsonata.Parser;
import io.stepunit.internal.jsonata.Program;
import io.stepunit.internal.jsonata.Surroundings;
import io.stepunit.internal.jsonata.UncodedFailure;
import io.stepunit.internal.jsonata.Values;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Evaluates expressions over an empty object. */
final class Evaluations {
  static final Instant NOW = Instant.parse("2024-12-30T15:04:05.067Z");
  private static final JsonNode EMPTY = JsonNodeFactory.instance.objectNode();

  private Evaluations() {}

  static JsonNode value(String expression) {
    return Program.compile(Parser.parse(expression), StandardFunctions.STEP_FUNCTIONS)
        .evaluate(EMPTY, new World(new Random(7)));
  }

  /** The value as JSON, or what there is instead of one. */
  static String outcome(String expression) {
    try {
      JsonNode value = value(expression);
      boolean number = value.isNumber() && !Double.isFinite(value.doubleValue());
      return value == Values.UNDEFINED
          ? "undefined"
          : number ? "\"" + value.asText() + "\"" : value.toString();
    } catch (JsonataError e) {
      return "error " + e.code() + ": " + e.text();
    } catch (LimitExceeded e) {
      return "limit " + e.limit();
    } catch (UncodedFailure e) {
      return "failure";
    }
  }

  private record World(RandomGenerator random) implements Surroundings {
    @Override
    public JsonNode variable(String name) {
      return Values.UNDEFINED;
    }

    @Override
    public Instant now() {
      return NOW;
    }
  }
}

package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.engine.state.MapThresholds;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.time.Duration;

/** Records the data after each step of a state's data flow, under the service's names. */
final class Inspection {
  private static final int NANO_DIGITS = 9;

  private final ObjectNode data = Json.NODES.objectNode();

  void note(String step, JsonNode value) {
    data.set(step, value);
  }

  /** The same expression, its value noted. */
  Expr noting(String step, Expr expr) {
    return Expr.of(
        scope -> {
          JsonNode value = expr.evaluate(scope);
          note(step, value);
          return value;
        });
  }

  /** The same, its value noted if it is an array. */
  Expr notingArray(String step, Expr expr) {
    return Expr.of(
        scope -> {
          JsonNode value = expr.evaluate(scope);
          if (value.isArray()) {
            note(step, value);
          }
          return value;
        });
  }

  /** Notes what a Map sets for its iterations. */
  void note(MapThresholds thresholds) {
    note("maxConcurrency", Json.NODES.numberNode(thresholds.maxConcurrency()));
    thresholds
        .toleratedFailureCount()
        .ifPresent(count -> note("toleratedFailureCount", Json.NODES.numberNode(count)));
    thresholds
        .toleratedFailurePercentage()
        .ifPresent(
            percentage -> note("toleratedFailurePercentage", Json.NODES.numberNode(percentage)));
  }

  /** Notes what Retry and Catch make of an error. */
  void note(TestStateResponse.ErrorHandling handling) {
    ObjectNode details = Json.NODES.objectNode();
    handling.catchIndex().ifPresent(index -> details.put("catchIndex", index));
    handling.retryIndex().ifPresent(index -> details.put("retryIndex", index));
    handling
        .retryDelay()
        .ifPresent(delay -> details.set("retryBackoffIntervalSeconds", seconds(delay)));
    if (!details.isEmpty()) {
      note("errorDetails", details);
    }
  }

  private static JsonNode seconds(Duration delay) {
    BigDecimal seconds = BigDecimal.valueOf(delay.toNanos(), NANO_DIGITS).stripTrailingZeros();
    return seconds.scale() <= 0
        ? Json.NODES.numberNode(seconds.longValueExact())
        : Json.NODES.numberNode(seconds);
  }

  JsonNode data() {
    return data;
  }
}
